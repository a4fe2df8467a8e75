"""How the HTML page looks: dark on light or light on dark, as the reader's screen is set, and on paper."""

__all__ = ["STYLE"]

STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --paper: #fff; --soft: #5a6675; --line: #d4dae2; --mark: #1d5a8c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaef; --paper: #14181e; --soft: #a3afbd; --line: #38424e; --mark: #8cc2ee; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 0; color: var(--mark); }
article { margin: 1.75rem 0; padding-left: 1rem; border-left: 3px solid var(--line); break-inside: avoid; }
blockquote { margin: .2rem 0 .6rem; color: var(--soft); font-style: italic; }
.duty { margin: .9rem 0 .3rem; }
ul { margin: .3rem 0 .6rem; padding-left: 1.25rem; }
li { margin: .2rem 0; }
b { color: var(--mark); }
"""
