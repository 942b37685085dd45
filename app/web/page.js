// Opens what a citation points at, keeps Enter from sending half a Hangul syllable, the question in view, and for this
// tab what it has asked.
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

  // The conversation and what stands in the box outlive a reload and a restart of the server, in this tab alone. A
  // question that is still being answered is put back into the box: its answer will not come. Storage may be forbidden
  // or full; nothing outlives a reload then.
  const place = (name) => `newschat ${document.title} ${name}`;
  const kept = (name) => {
    try {
      return sessionStorage.getItem(place(name)) ?? "";
    } catch {
      return "";
    }
  };
  const keep = (name, text) => {
    try {
      if (text) sessionStorage.setItem(place(name), text);
      else sessionStorage.removeItem(place(name));
    } catch {}
  };
  window.newschat = { keep, kept };

  const keepQuestion = () => {
    const box = document.querySelector("#question textarea");
    if (!box || !document.querySelector(".top-bar")) return; // what was kept is not yet back in the box
    const pending = document.querySelector("#chat :is(.working, .draft)");
    const asked = pending ? [...document.querySelectorAll("#chat .question")].at(-1) : null;
    const text = box.value || (asked?.innerText ?? "");
    if (text !== kept("question")) keep("question", text);
  };
  new MutationObserver(keepQuestion).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("input", keepQuestion);
  document.addEventListener("visibilitychange", keepQuestion);
  window.addEventListener("pagehide", keepQuestion);

  // Gradio tells trouble in English and in a corner, where it can be closed. The page has its own words, at the box: while
  // the server is gone, until Gradio reaches it again and reloads the page; for the rest, as long as Gradio would.
  const tellTrouble = () => {
    const told = document.querySelectorAll(".toast-body.error [data-testid=toast-text]");
    const lost = [...told].some((text) => text.textContent.startsWith("Connection to the server was lost"));
    const show = (line, shown) => {
      if (line && line.hidden === shown) line.hidden = !shown;
    };
    if (lost) show(document.querySelector("#trouble .lost"), true);
    show(document.querySelector("#trouble .not-done"), told.length > 0 && !lost);
  };
  new MutationObserver(tellTrouble).observe(document.documentElement, { childList: true, subtree: true });

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
