/** A value made at its first use and kept: the Unicode tables cost nothing to a run that needs none of them. */

export function once<Value>(make: () => Value): () => Value {
  const made: Value[] = [];
  return () => {
    const [known] = made;
    if (known !== undefined) return known;
    const value = make();
    made.push(value);
    return value;
  };
}
