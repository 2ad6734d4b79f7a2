/** The same numbers in an array that holds at least `length`: twice as long where they do not fit. */
export function withRoom<
  Numbers extends Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>,
>(numbers: Numbers, length: number): Numbers {
  if (length <= numbers.length) return numbers;
  const Larger = numbers.constructor as new (size: number) => Numbers;
  const larger = new Larger(Math.max(length, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
