/** A text field for YAML with highlighting. It tells the server what people wrote once they pause. */
import type { EditorView } from '@codemirror/view';

const PAUSE = 400;

class YamlEditor extends HTMLElement {
  private editor?: Promise<EditorView>;
  private empty = true;
  private pause = 0;

  connectedCallback() {
    this.editor ??= this.begin();
  }

  disconnectedCallback() {
    clearTimeout(this.pause);
  }

  /** Shows this text in place of what is there. */
  async show(text: string) {
    clearTimeout(this.pause);
    const [{ show }, editor] = await Promise.all([import('./yaml-codemirror'), this.begun()]);
    show(editor, text, this.empty);
    this.empty = false;
  }

  /** Marks where the text cannot be read; without a message, nothing. */
  async mark(line: number, column: number, message: string) {
    const [{ mark }, editor] = await Promise.all([import('./yaml-codemirror'), this.begun()]);
    mark(editor, line, column, message);
  }

  private begun(): Promise<EditorView> {
    return (this.editor ??= this.begin());
  }

  private async begin(): Promise<EditorView> {
    const { edit } = await import('./yaml-codemirror');
    return edit(this, this.getAttribute('label') ?? 'YAML', (text) => this.changed(text));
  }

  private changed(text: string) {
    clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.dispatchEvent(new CustomEvent('edited', { detail: text })), PAUSE);
  }
}

customElements.define('yaml-editor', YamlEditor);
