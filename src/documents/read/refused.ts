/** A file that is not taken: one line that names what is wrong and the remedy. */
export class Refused extends Error {
  /** @param message without the name of the file, which the command says before it. */
  constructor(message: string) {
    super(message);
    this.name = "Refused";
  }
}
