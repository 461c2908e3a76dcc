/* The self-test of a module: says whether the choice is right, and counts. Without it, the answers open all the same. */
"use strict";

for (const quiz of document.querySelectorAll("[data-quiz]")) {
  const questions = [...quiz.querySelectorAll("fieldset")];
  const score = quiz.querySelector("[data-score]");
  const choice = (question) => question.querySelector("input:checked");
  const right = (question) => choice(question)?.value === question.dataset.bonne;

  quiz.addEventListener("change", (event) => {
    const question = event.target.closest("fieldset");
    question.dataset.juste = String(right(question));
    question.querySelector("[data-verdict]").textContent = right(question)
      ? "✔ Bonne réponse."
      : "✘ Ce n’est pas cela : ouvrez la réponse.";
    const answered = questions.filter(choice).length;
    score.hidden = false;
    score.textContent = `Bonnes réponses : ${questions.filter(right).length}. Réponses données : ${answered} sur ${questions.length}.`;
  });
}
