// Several files at once, dropped or chosen: one request a file, one after the other. Without it the form sends one.
'use strict';
(() => {
  const form = document.querySelector('[data-upload]');
  if (!form) return;
  const words = form.dataset, input = form.querySelector('input[type="file"]');
  const list = document.querySelector('[data-files]'), total = document.querySelector('[data-total]');
  const token = form.querySelector('[name="token"]').value;
  const waiting = [];
  let count = 0, over = 0, busy = false;
  input.multiple = true;
  input.required = false;
  form.querySelector('[data-send]').hidden = true;
  form.querySelector('[data-drop-words]').hidden = false;

  const element = (tag, text, attributes = {}) => {
    const one = document.createElement(tag);
    one.textContent = text;
    for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
    return one;
  };
  const tell = () => {
    const template = over === count ? words.ready : words.progress;
    total.textContent = template.replace('{count}', count).replace('{over}', over);
  };
  const row = (file) => {
    const item = element('li', '', { class: 'card file' });
    const state = element('p', words.waiting, { class: 'help' });
    const bar = element('progress', '', { max: '100', value: '0', 'aria-label': file.name });
    const name = element('p', ''), bdi = element('bdi', file.name);
    name.append(bdi);
    name.className = 'file-name';
    item.append(name, state, bar);
    list.append(item);
    return { file, item, state, bar };
  };
  const finish = (one) => {
    one.bar.remove();
    over += 1;
    tell();
  };
  const refuse = (one, text, again) => {
    one.state.remove();
    const outcome = element('ul', '', { class: 'outcome' });
    outcome.append(element('li', text, { class: 'refused' }));
    one.item.append(outcome);
    if (again) one.item.append(again);
    finish(one);
  };
  const show = (one, answer) => {
    one.state.remove();
    const outcome = element('ul', '', { class: 'outcome' });
    for (const line of answer.lines) {
      const li = element('li', line.words, { class: line.tone });
      if (line.detail) {
        const detail = element('span', '', { class: 'help', lang: 'en' });
        detail.append(element('bdi', line.detail));
        li.append(' ', detail);
      }
      outcome.append(li);
    }
    one.item.append(outcome);
    for (const link of answer.links) {
      const p = element('p', ''), a = element('a', '', { href: link.address });
      a.append(element('bdi', link.words));
      p.append(a);
      one.item.append(p);
    }
    finish(one);
  };
  const retry = (one) => {
    const button = element('button', words.again, { type: 'button', class: 'quiet' });
    button.addEventListener('click', () => {
      one.item.remove();
      over -= 1;
      count -= 1;
      add([one.file]);
      input.focus();
    });
    return button;
  };
  const signIn = () => element('a', words.signIn, { href: '/sign-in?to=%2Fupload' });

  const follow = async (one, answer) => {
    one.bar.removeAttribute('value');
    one.state.textContent = words.reading;
    while (!answer.over) {
      const next = await fetch(`/upload/${answer.id}?as=state`);
      if (next.redirected || next.status === 403) return refuse(one, words.signedOut, signIn());
      if (!next.ok) return refuse(one, words.lost, retry(one));
      answer = await next.json();
    }
    show(one, answer);
  };
  const send = (one) => new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/upload/file?name=${encodeURIComponent(one.file.name)}`);
    request.setRequestHeader('X-Form-Token', token);
    request.setRequestHeader('Content-Type', one.file.type || 'application/octet-stream');
    request.upload.onprogress = (event) => { one.bar.value = (100 * event.loaded) / event.total; };
    request.upload.onload = () => {
      one.bar.removeAttribute('value');
      one.state.textContent = words.reading;
    };
    request.onload = async () => {
      try {
        if (request.status === 200) await follow(one, JSON.parse(request.responseText));
        else if (request.status === 413) refuse(one, words.tooLarge);
        else if (request.status === 403) refuse(one, words.signedOut, signIn());
        else refuse(one, request.status === 503 ? words.busy : words.lost, retry(one));
      } catch { refuse(one, words.lost, retry(one)); }
      done();
    };
    request.onerror = () => { refuse(one, words.lost, retry(one)); done(); };
    one.state.textContent = words.sending;
    request.send(one.file);
  });
  const work = async () => {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) await send(waiting.shift());
    busy = false;
  };
  const add = (files) => {
    for (const file of files) waiting.push(row(file));
    count += files.length;
    tell();
    work();
  };

  input.addEventListener('change', () => {
    add([...input.files]);
    input.value = '';
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const name of ['dragover', 'dragenter']) form.addEventListener(name, (event) => {
    event.preventDefault();
    form.classList.add('over');
  });
  for (const name of ['dragleave', 'drop']) form.addEventListener(name, () => form.classList.remove('over'));
  // A file that misses the zone must not replace the page.
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => event.preventDefault());
  form.addEventListener('drop', (event) => add([...event.dataTransfer.files]));
})();
