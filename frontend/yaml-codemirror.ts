/** The parts of CodeMirror that the editor needs; a chunk of its own, fetched with the first editor. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

const shown = Annotation.define<boolean>();

/** An editor of YAML in this element; the listener is told each text that people make of it. */
export function edit(parent: HTMLElement, label: string, listener: (text: string) => void): EditorView {
  return new EditorView({
    parent,
    // a dialog's content stands in the document, though it is shown through the dialog's own root
    root: document,
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        search({ top: true }),
        syntaxHighlighting(classHighlighter),
        yaml(),
        keymap.of([...defaultKeymap, ...searchKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => {
          const own = update.transactions.every((transaction) => transaction.annotation(shown));
          if (update.docChanged && !own) listener(update.state.doc.toString());
        }),
      ],
    }),
  });
}

/** Shows another text, which can be undone like what people write. */
export function show(editor: EditorView, text: string, first: boolean) {
  const before = editor.state.doc.toString();
  if (before === text) return;
  editor.dispatch({
    changes: { from: 0, to: before.length, insert: text },
    annotations: [shown.of(true), Transaction.addToHistory.of(!first)],
  });
}

/** Marks where the text cannot be read; line and column count from 1. Without a message nothing is marked. */
export function mark(editor: EditorView, line: number, column: number, message: string) {
  const { doc } = editor.state;
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(at.from + Math.max(column - 1, 0), at.to);
  const found = message ? [{ from, to: Math.max(at.to, from), severity: 'error' as const, message }] : [];
  editor.dispatch(setDiagnostics(editor.state, found));
}
