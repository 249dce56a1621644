// Suggestions below the look-up's box: a listbox after the ARIA pattern "combobox". Without it the form works
// as it stands.
'use strict';
(() => {
  const box = document.querySelector('[data-suggest]');
  if (!box) return;
  const chosen = document.getElementById('supplier');
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.hidden = true;
  box.after(list);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'],
                               ['aria-controls', list.id]]) box.setAttribute(name, value);
  let rows = [], at = -1, asked = 0, timer;

  const close = () => {
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
    at = -1;
  };
  const mark = (next) => {
    list.children[at]?.setAttribute('aria-selected', 'false');
    at = (next + rows.length) % rows.length;
    list.children[at].setAttribute('aria-selected', 'true');
    box.setAttribute('aria-activedescendant', list.children[at].id);
  };
  const choose = (row) => {
    box.value = row.name;
    chosen.value = row.id;
    close();
  };
  const option = (row, index) => {
    const item = document.createElement('li');
    const name = document.createElement('bdi'), note = document.createElement('span');
    item.id = `suggestion-${index}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    name.textContent = row.name;
    note.textContent = row.note;
    item.append(name, ' ', note);
    item.addEventListener('mousedown', (event) => { event.preventDefault(); choose(row); });
    return item;
  };
  const show = (found) => {
    rows = found;
    list.replaceChildren(...rows.map(option));
    close();
    if (rows.length === 0 || document.activeElement !== box) return;
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
  };
  const ask = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(box.value)}`);
      if (answer.ok && mine === asked) show(await answer.json());
    } catch { close(); }
  };

  box.addEventListener('input', () => {
    chosen.value = '';
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  box.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown') mark(at + 1);
    else if (event.key === 'ArrowUp') mark(at < 0 ? -1 : at - 1);
    else if (event.key === 'Enter' && at >= 0) choose(rows[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  box.addEventListener('blur', close);
})();
