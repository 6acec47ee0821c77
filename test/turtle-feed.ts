/** A catalogue in Turtle as an owner might publish it, of records with a title each. */

/** The feed's bytes. Records are named by their places in the list, so that one more changes none of the others. */
export const turtleOf = (titles: readonly string[]): string =>
  titles
    .map(
      (title, index) =>
        `<https://owner.example/d/${index}> a <http://www.w3.org/ns/dcat#Dataset> ;
         <http://purl.org/dc/terms/identifier> "d${index}" ; <http://purl.org/dc/terms/title> "${title}"@da .`,
    )
    .join('\n');
