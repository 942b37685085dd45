// Opens what a citation points at, keeps Enter from sending half a Hangul syllable, and the question in view.
(() => {
  "use strict";

  let citation = null; // where the reader came from, so that Escape leads back

  const chosen = (target) => {
    document.querySelectorAll(".source.is-cited").forEach((source) => source.classList.remove("is-cited"));
    document.querySelectorAll("a.cite.is-open").forEach((link) => link.classList.remove("is-open"));
    target.classList.add("is-cited");
    citation?.classList.add("is-open");
  };

  const showSource = (target) => {
    document.querySelectorAll(".turn-sources").forEach((section) => {
      section.hidden = !section.contains(target);
    });
    target.open = true;
    chosen(target);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.querySelector("summary").focus({ preventScroll: true });
    target.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#src-"]');
    if (!link) return;
    event.preventDefault();
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    citation = link;
    showSource(target);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !citation?.isConnected) return;
    if (!document.activeElement?.closest(".sources")) return;
    citation.focus();
    citation.scrollIntoView({ block: "center" });
  });

  // While a syllable is being composed, Enter belongs to the input method: the text box must not see it as "send".
  // keyCode 229 is how Safari marks the Enter that ends a composition, where isComposing is already false.
  const guardComposition = (event) => {
    if (event.key !== "Enter" || !(event.isComposing || event.keyCode === 229)) return;
    event.stopImmediatePropagation();
    if (event.type === "keypress") event.preventDefault(); // nor does it become a line break
  };
  ["keydown", "keypress", "keyup"].forEach((kind) => window.addEventListener(kind, guardComposition, true));

  // The server chose the page's language from the browser's; assistive technology reads it off <html lang>.
  // Gradio labels every message with its own markup ("bot's message: <div …"): silence that, the text is there.
  const tidy = () => {
    const bar = document.querySelector(".top-bar[lang]");
    if (bar && document.documentElement.lang !== bar.lang) document.documentElement.lang = bar.lang;
    const panel = document.querySelector(".sources[data-conversation]");
    const log = document.querySelector("#chat [role=log]");
    if (panel && log && log.ariaLabel !== panel.dataset.conversation) log.ariaLabel = panel.dataset.conversation;
    document
      .querySelectorAll("#chat [data-testid][aria-label], #chat .example[aria-label]")
      .forEach((labelled) => labelled.removeAttribute("aria-label"));
    const box = document.querySelector("#question textarea"); // its label wraps the button, whose word is no part of it
    if (box && box.ariaLabel !== box.placeholder) box.ariaLabel = box.placeholder;
    document
      .querySelectorAll("#chat .example:not([lang])")
      .forEach((example) => (example.lang = /[가-힣]/.test(example.textContent) ? "ko" : "en"));
  };

  // A new question goes to the top of the view, and its answer is read below it. While the answer grows the question
  // is held there (at first there is not enough below it to scroll to), until it is complete or the reader scrolls.
  let newest = ""; // number and words of the newest question seen
  let held = false;
  const hold = () => {
    const questions = document.querySelectorAll("#chat .question");
    const last = questions[questions.length - 1];
    const seen = last ? `${questions.length} ${last.textContent}` : "";
    if (seen !== newest) held = Boolean(last);
    newest = seen;
    if (!held) return;
    last.scrollIntoView({ block: "start" });
    held = Boolean(document.querySelector("#chat .working, #chat .draft"));
  };
  const release = () => {
    held = false;
  };
  ["wheel", "touchmove"].forEach((kind) => window.addEventListener(kind, release, { passive: true }));
  window.addEventListener("keydown", (event) => {
    if (["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"].includes(event.key)) release();
  });
  new MutationObserver(hold).observe(document.documentElement, { childList: true, subtree: true });

  const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-label"] };
  new MutationObserver(tidy).observe(document.documentElement, watched);
  tidy();
})();
