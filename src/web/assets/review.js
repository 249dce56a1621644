// The review of a proposal: keys, the field's place in the document, and a draft of what is typed, kept in this
// tab until the proposal is decided. Without it the forms work as they stand.
'use strict';
(() => {
  const review = document.querySelector('[data-review]');
  if (!review) return;
  const draftKey = (id) => `certreg draft ${id}`;
  if (review.dataset.done) sessionStorage.removeItem(draftKey(review.dataset.done));
  const places = [...review.querySelectorAll('rect.place')];

  const mark = (name) => {
    for (const place of places) place.classList.toggle('here', place.dataset.field === name);
    const sheet = places.find((place) => place.dataset.field === name);
    const frame = review.querySelector('.document');
    if (!sheet || frame.scrollHeight <= frame.clientHeight) return;
    const at = sheet.getBoundingClientRect(), around = frame.getBoundingClientRect();
    frame.scrollTop += at.top - around.top - around.height / 3;
  };
  review.addEventListener('focusin', (event) => {
    const field = event.target.closest('[data-field]');
    if (field) mark(field.dataset.field);
  });

  if (!('pending' in review.dataset)) return;
  const fields = [...review.querySelectorAll('fieldset[data-field]')];
  const form = document.getElementById('accept'), reject = document.getElementById('reject');

  // The draft.
  const key = draftKey(review.dataset.review);
  const inputs = () => [...review.querySelectorAll('input, textarea, select')].filter((one) => one.type !== 'hidden');
  const save = () => {
    const draft = {};
    for (const one of inputs()) {
      if (one.type === 'radio') { if (one.checked) draft[one.name] = one.value; } else if (one.value) draft[one.name] = one.value;
    }
    sessionStorage.setItem(key, JSON.stringify(draft));
  };
  const restore = () => {
    let draft;
    try { draft = JSON.parse(sessionStorage.getItem(key)); } catch { return; }
    if (!draft) return;
    let changed = false;
    for (const one of inputs()) {
      if (!(one.name in draft)) continue;
      if (one.type === 'radio') {
        const checked = one.value === draft[one.name];
        changed ||= checked && !one.checked;
        one.checked = checked;
      } else if (one.value !== draft[one.name]) {
        one.value = draft[one.name];
        one.closest('details.fix')?.setAttribute('open', '');
        changed = true;
      }
    }
    if (draft.reason) reject.open = true;
    const note = document.querySelector('[data-draft-note]');
    if (changed && note) note.hidden = false;
  };
  review.addEventListener('input', save);
  // A list is corrected from what was read; a box that was emptied says that there are none.
  const fill = (details) => {
    const box = details.querySelector('textarea[data-read]');
    if (!box || 'filled' in box.dataset) return;
    box.value ||= box.dataset.read;
    if (box.value) box.dataset.filled = '';
  };
  for (const details of review.querySelectorAll('details.fix')) {
    details.addEventListener('toggle', () => { if (details.open) fill(details); });
    if (details.open) fill(details);
  }
  form.addEventListener('submit', () => {
    for (const box of form.querySelectorAll('textarea[data-filled]')) box.value = box.value.trim() || '-';
  });
  // What the browser refuses to send must be seen.
  review.addEventListener('invalid', (event) => { event.target.closest('details')?.setAttribute('open', ''); }, true);
  restore();

  // The keys.
  const off = 'certreg shortcuts off';
  const bar = document.querySelector('[data-shortcuts]'), box = bar.querySelector('[data-shortcuts-switch]');
  const keys = document.querySelector('[data-keys]');
  const show = () => document.body.classList.toggle('no-keys', !box.checked);
  bar.hidden = false;
  box.checked = !localStorage.getItem(off);
  show();
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem(off); else localStorage.setItem(off, '1');
    show();
  });
  bar.querySelector('[data-shortcuts-help]').addEventListener('click', () => keys.showModal());

  let here = -1;
  const first = () => Math.max(0, fields.findIndex((field) => 'toDecide' in field.dataset));
  const go = (step) => {
    here = here < 0 ? first() : Math.min(fields.length - 1, Math.max(0, here + step));
    fields[here].focus();
    fields[here].scrollIntoView({ block: 'nearest' });
  };
  review.addEventListener('focusin', (event) => {
    const at = fields.indexOf(event.target.closest('fieldset[data-field]'));
    if (at >= 0) here = at;
  });
  const choose = (number) => {
    const radio = fields[here]?.querySelectorAll('input[type="radio"]')[number - 1];
    if (!radio) return;
    radio.checked = true;
    radio.focus();
    save();
  };
  const correct = () => {
    const fix = fields[here]?.querySelector('details.fix');
    if (!fix) return;
    fix.open = true;
    fix.querySelector('input, textarea').focus();
  };
  const open = () => {
    reject.open = true;
    document.getElementById('reason').focus();
  };
  const actions = {
    j: () => go(1), k: () => go(-1), ArrowDown: () => go(1), ArrowUp: () => go(-1), c: correct, r: open,
    a: () => form.requestSubmit(), n: () => document.querySelector('[data-next]')?.click(), '?': () => keys.showModal(),
  };
  const types = (target) => target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])');
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const typing = types(event.target);
    if (typing && event.key === 'Escape') return void (event.target.closest('fieldset') ?? event.target).focus();
    if (!box.checked || typing) return;
    // Within choices arrows go from one to the next, as they do everywhere.
    if (event.key.startsWith('Arrow') && event.target.matches('[type="radio"]')) return;
    if (/^[1-9]$/.test(event.key)) choose(Number(event.key));
    else if (Object.hasOwn(actions, event.key)) actions[event.key]();
    else return;
    event.preventDefault();
  });
})();
