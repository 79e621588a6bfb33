/**
 * Reads levels from an address, a byte each. The request is used again and again: what a new one leaves behind, the engine
 * clears away so late that 15 a second are felt in the memory.
 */
export function levelsAt(address: string): () => Promise<number[]> {
  const request = new XMLHttpRequest();
  return () =>
    new Promise((done, failed) => {
      request.open('GET', address);
      request.overrideMimeType('text/plain; charset=x-user-defined');
      request.onload = () => {
        done(Array.from(request.responseText, (byte) => byte.charCodeAt(0) & 0xff));
      };
      request.onerror = () => {
        failed(new Error('The levels cannot be read.'));
      };
      request.send();
    });
}
