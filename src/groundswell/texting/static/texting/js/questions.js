/** The open question: what follows from the answers given so far, or the first one, which may be corrected. */
export function questionOf(questions) {
  const given = new Set(questions.map((question) => question.given).filter(Boolean));
  const reached = questions.filter((question) => !question.after || given.has(question.after));
  return reached.find((question) => !question.given) ?? reached.at(-1);
}
