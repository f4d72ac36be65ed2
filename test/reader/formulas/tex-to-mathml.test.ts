// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { texToMathml } from '../../../src/reader/formulas/tex-to-mathml.ts';

const { document } = new JSDOM('').window;
const draw = (tex: string): Element | undefined => texToMathml(tex, { document, display: false });

/** A drawing in a line: signs as they are, rows in braces, other elements by their name without its m. */
function sketch(element: Element): string {
  if (element.childElementCount === 0 && element.textContent) return element.textContent;
  const inner = [...element.children].map(sketch).join(' ');
  if (element.localName === 'mrow') return `{${inner}}`;
  return /^(math|mstyle)$/.test(element.localName) ? inner : `${element.localName.slice(1)}(${inner})`;
}

/** The formulas of an article on physics, statistics or machine learning, and of a company's accounts. */
const known: readonly [tex: string, drawn: string][] = [
  ['E = mc^2', '{E = m sup(c 2)}'],
  ['a^2 + b^2 = c^2', '{sup(a 2) + sup(b 2) = sup(c 2)}'],
  [String.raw`x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}`, '{x = frac({− b ± sqrt({sup(b 2) − 4 a c})} {2 a})}'],
  [String.raw`\sum_{i=1}^{n} i = \frac{n(n+1)}{2}`, '{underover(∑ {i = 1} {n}) i = frac({n ( n + 1 )} {2})}'],
  [String.raw`\int_{-\infty}^{\infty} e^{-x^2} \, dx = \sqrt{\pi}`, '{subsup(∫ {− ∞} {∞}) sup(e {− sup(x 2)}) space() d x = sqrt({π})}'],
  [String.raw`\lim_{x \to 0} \frac{\sin x}{x} = 1`, '{under(lim {x → 0}) frac({sin x} {x}) = 1}'],
  [String.raw`f(x) = \begin{cases} x^2 & x \ge 0 \\ -x & x < 0 \end{cases}`, '{f ( x ) = {{ table(tr(td(sup(x 2)) td({x ≥ 0})) tr(td({− x}) td({x < 0})))}}'],
  [String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`, '{( table(tr(td(a) td(b)) tr(td(c) td(d))) )}'],
  [String.raw`\begin{bmatrix} 1 & 0 & \cdots & 0 \\ 0 & 1 & \cdots & 0 \\ \vdots & \vdots & \ddots & \vdots \\ 0 & 0 & \cdots & 1 \end{bmatrix}`, '{[ table(tr(td(1) td(0) td(⋯) td(0)) tr(td(0) td(1) td(⋯) td(0)) tr(td(⋮) td(⋮) td(⋱) td(⋮)) tr(td(0) td(0) td(⋯) td(1))) ]}'],
  [String.raw`\begin{aligned} y &= (x+1)^2 \\ &= x^2 + 2x + 1 \end{aligned}`, '{table(tr(td(y) td({= ( x + 1 sup() 2)})) tr(td({}) td({= sup(x 2) + 2 x + 1})))}'],
  [String.raw`\left( \frac{a}{b} \right)^{n}`, 'sup({( frac({a} {b}) )} {n})'],
  [String.raw`\left\{ x \in \mathbb{R} \mid x > 0 \right\}`, '{{ x ∈ {{ℝ}} ∣ x > 0 }}'],
  [String.raw`P(A|B) = \frac{P(B|A)P(A)}{P(B)}`, '{P ( A | B ) = frac({P ( B | A ) P ( A )} {P ( B )})}'],
  [String.raw`\text{softmax}(z_i) = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}`, '{softmax ( sub(z i) ) = frac({sup(e {sub(z i)})} {underover(∑ {j = 1} {K}) sup(e {sub(z j)})})}'],
  [String.raw`\operatorname{Attention}(Q,K,V) = \operatorname{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right)V`, '{Attention ( Q , K , V ) = softmax {( frac({Q sup(K T)} {sqrt({sub(d k)})}) )} V}'],
  [String.raw`\mathcal{L} = -\sum_{i} y_i \log \hat{y}_i`, '{{{ℒ}} = − under(∑ {i}) sub(y i) log sub(over({y} ^) i)}'],
  [String.raw`\theta_{t+1} = \theta_t - \eta \nabla_\theta J(\theta)`, '{sub(θ {t + 1}) = sub(θ t) − η sub(∇ θ) J ( θ )}'],
  [String.raw`\hat{\beta} = (X^\top X)^{-1} X^\top y`, '{over({β} ^) = ( sup(X ⊤) X sup() {− 1}) sup(X ⊤) y}'],
  [String.raw`\mathbf{w}^T \mathbf{x} + b = 0`, '{sup({{w}} T) {{x}} + b = 0}'],
  [String.raw`\bar{x} = \frac{1}{n}\sum_{i=1}^n x_i`, '{over({x} ‾) = frac({1} {n}) underover(∑ {i = 1} n) sub(x i)}'],
  [String.raw`\sigma^2 = \mathbb{E}\left[(X - \mu)^2\right]`, '{sup(σ 2) = {{𝔼}} {[ ( X − μ sup() 2) ]}}'],
  [String.raw`\frac{\partial u}{\partial t} = \alpha \nabla^2 u`, '{frac({∂ u} {∂ t}) = α sup(∇ 2) u}'],
  [String.raw`\oint_{\partial \Sigma} \mathbf{E} \cdot d\boldsymbol{\ell} = -\frac{d}{dt} \iint_{\Sigma} \mathbf{B} \cdot d\mathbf{S}`, '{sub(∮ {∂ Σ}) {{E}} ⋅ d {{ℓ}} = − frac({d} {d t}) sub(∬ {Σ}) {{B}} ⋅ d {{S}}}'],
  [String.raw`i\hbar \frac{\partial}{\partial t} \Psi(\mathbf{r}, t) = \hat{H} \Psi(\mathbf{r}, t)`, '{i ℏ frac({∂} {∂ t}) Ψ ( {{r}} , t ) = over({H} ^) Ψ ( {{r}} , t )}'],
  [String.raw`\sqrt[3]{x^3 + y^3}`, 'root({sup(x 3) + sup(y 3)} 3)'],
  [String.raw`\binom{n}{k} = \frac{n!}{k!(n-k)!}`, '{{( frac({n} {k}) )} = frac({n !} {k ! ( n − k ) !})}'],
  [String.raw`\prod_{p \text{ prime}} \frac{1}{1 - p^{-s}} = \zeta(s)`, '{under(∏ {p  prime}) frac({1} {1 − sup(p {− s})}) = ζ ( s )}'],
  [String.raw`\arg\max_{x} f(x)`, '{arg under(max {x}) f ( x )}'],
  [String.raw`\operatorname*{arg\,min}_{\theta} L(\theta)`, '{under(argmin {θ}) L ( θ )}'],
  [String.raw`\max_{1 \le i \le n} |a_i|`, '{under(max {1 ≤ i ≤ n}) | sub(a i) |}'],
  [String.raw`\|x\|_2 = \sqrt{\sum_{i=1}^n |x_i|^2}`, '{‖ x sub(‖ 2) = sqrt({underover(∑ {i = 1} n) | sub(x i) sup(| 2)})}'],
  [String.raw`\lfloor x \rfloor + \lceil y \rceil`, '{⌊ x ⌋ + ⌈ y ⌉}'],
  [String.raw`\langle u, v \rangle = 0`, '{⟨ u , v ⟩ = 0}'],
  [String.raw`A \cup B \subseteq C \cap D`, '{A ∪ B ⊆ C ∩ D}'],
  [String.raw`\forall \epsilon > 0, \exists \delta > 0`, '{∀ ϵ > 0 , ∃ δ > 0}'],
  [String.raw`a \equiv b \pmod{n}`, '{a ≡ b { (mod  {n} )}}'],
  [String.raw`x \mapsto f(x), \quad A \Rightarrow B \iff C`, '{x ↦ f ( x ) , space() A ⇒ B ⟺ C}'],
  [String.raw`\overline{z} = x - iy`, '{over({z} ‾) = x − i y}'],
  [String.raw`\overrightarrow{AB} + \vec{v}`, '{over({A B} →) + over({v} →)}'],
  [String.raw`\underbrace{1 + 1 + \cdots + 1}_{n \text{ 个}} = n`, '{under(under({1 + 1 + ⋯ + 1} ⏟) {n  个}) = n}'],
  [String.raw`\overbrace{a+b+c}^{3}`, 'over(over({a + b + c} ⏞) {3})'],
  [String.raw`\underset{x \in S}{\min} \; f(x)`, '{under({min} {x ∈ S}) space() f ( x )}'],
  [String.raw`A \overset{\text{def}}{=} B`, '{A over({=} {def}) B}'],
  [String.raw`\stackrel{?}{=}`, 'over({=} {?})'],
  [String.raw`\ddot{x} + 2\zeta\omega_0 \dot{x} + \omega_0^2 x = 0`, '{over({x} ¨) + 2 ζ sub(ω 0) over({x} ˙) + subsup(ω 0 2) x = 0}'],
  [String.raw`f'(x) = \lim_{h \to 0} \frac{f(x+h) - f(x)}{h}`, '{sup(f ′) ( x ) = under(lim {h → 0}) frac({f ( x + h ) − f ( x )} {h})}'],
  ['f\'\'(x)^2', '{sup(f ′′) ( x sup() 2)}'],
  [String.raw`\mathrm{d}x \, \mathrm{d}y`, '{{{d}} x space() {{d}} y}'],
  [String.raw`{\rm ReLU}(x) = \max(0, x)`, '{{{R e L U}} ( x ) = max ( 0 , x )}'],
  [String.raw`\frac{dy}{dx} \bigg|_{x=0}`, '{frac({d y} {d x}) sub(| {x = 0})}'],
  [String.raw`\big( \Big( \bigg( \Bigg(`, '{( ( ( (}'],
  [String.raw`\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc`, '{{| table(tr(td(a) td(b)) tr(td(c) td(d))) |} = a d − b c}'],
  [String.raw`\sum_{\substack{i \neq j \\ i < n}} a_{ij}`, '{under(∑ {table(tr(td({i ≠ j})) tr(td({i < n})))}) sub(a {i j})}'],
  ['利润 = 收入 - 成本', '{利润 = 收入 − 成本}'],
  [String.raw`\text{毛利率} = \frac{\text{收入} - \text{成本}}{\text{收入}} \times 100\%`, '{毛利率 = frac({收入 − 成本} {收入}) × 100 %}'],
  [String.raw`\dfrac{1}{1+\dfrac{1}{1+x}}`, 'frac({1} {1 + frac({1} {1 + x})})'],
  [String.raw`\cos^2\theta + \sin^2\theta = 1`, '{sup(cos 2) θ + sup(sin 2) θ = 1}'],
  [String.raw`\log_2 n \ln 2`, '{sub(log 2) n ln 2}'],
  [String.raw`O(n \log n)`, '{O ( n log n )}'],
  [String.raw`y = \beta_0 + \beta_1 x_1 + \varepsilon \tag{1}`, '{y = sub(β 0) + sub(β 1) sub(x 1) + ε   (1)}'],
  [String.raw`H_2O + CO_2 \rightarrow H_2CO_3`, '{sub(H 2) O + C sub(O 2) → sub(H 2) C sub(O 3)}'],
  [String.raw`10^{-3} \, \text{m/s}`, '{sup(10 {− 3}) space() m/s}'],
  [String.raw`p \lor \neg q \land r \to s`, '{p ∨ ¬ q ∧ r → s}'],
  [String.raw`a_{1}, a_{2}, \ldots, a_{n}`, '{sub(a {1}) , sub(a {2}) , … , sub(a {n})}'],
  [String.raw`\left.\frac{\partial f}{\partial x}\right|_{x=0}`, 'sub({{} frac({∂ f} {∂ x}) |} {x = 0})'],
  [String.raw`\begin{align} a &= b + c \\ d &= e \end{align}`, '{table(tr(td(a) td({= b + c})) tr(td(d) td({= e})))}'],
  ['x_1^2 + y_{n+1}^{k-1}', '{subsup(x 1 2) + subsup(y {n + 1} {k − 1})}'],
  [String.raw`-x + (-y) = a \times -b`, '{− x + ( − y ) = a × − b}'],
  [String.raw`90^\circ \angle ABC \triangle DEF`, '{sup(90 ∘) ∠ A B C △ D E F}'],
  [String.raw`\prod\limits_{i=1}^n \sum\limits_j x_{ij}`, '{underover(∏ {i = 1} n) under(∑ j) sub(x {i j})}'],
  ['k = 3 ∑_{i} α ≤ β × ∞', '{k = 3 under(∑ {i}) α ≤ β × ∞}'],
  [String.raw`S_n = a_1 \frac{1-q^n}{1-q} \quad (q \neq 1)`, '{sub(S n) = sub(a 1) frac({1 − sup(q n)} {1 − q}) space() ( q ≠ 1 )}'],
  [String.raw`A \xrightarrow{\text{加热}} B \xleftarrow[x]{} C`, '{A over(→ {space() {加热} space()}) B underover(← {space() x space()} {space() {} space()}) C}'],
  [String.raw`x \not= y, \; a \not\in B, \; c \notin D`, '{x ≠ y , space() a ∉ B , space() c ∉ D}'],
  [String.raw`\boxed{x = 3}`, '{{x = 3}}'],
  [String.raw`\left( \frac{a}{b} \middle| c \right)`, '{( frac({a} {b}) | c )}'],
  [String.raw`\mathfrak{gH} \mathscr{F} \mathtt{c} \mathsf{s}`, '{{{𝔤 ℌ}} {{ℱ}} {{c}} {{s}}}'],
  [String.raw`\bigcup_{i=1}^\infty A_i \bigoplus V \models \nexists x`, '{underover(⋃ {i = 1} ∞) sub(A i) ⨁ V ⊨ ∄ x}'],
  [String.raw`a & b \\ c & d`, 'table(tr(td(a) td(b)) tr(td(c) td(d)))'],
];

test.each(known)('%s', (tex, drawn) => {
  const math = draw(tex);
  expect(math && sketch(math)).toBe(drawn);
});

test('nothing but MathML is made, with attributes that say how it is set', () => {
  const drawings = known.flatMap(([tex]) => draw(tex) ?? []);
  const elements = drawings.flatMap((math) => [math, ...math.querySelectorAll('*')]);
  expect(drawings).toHaveLength(known.length);
  expect(new Set(elements.map(({ namespaceURI }) => namespaceURI))).toEqual(new Set(['http://www.w3.org/1998/Math/MathML']));
  const names = new Set(elements.flatMap((element) => element.getAttributeNames()));
  expect([...names].sort()).toEqual(['accent', 'class', 'display', 'displaystyle', 'form', 'linethickness', 'lspace', 'mathvariant', 'maxsize', 'minsize', 'movablelimits', 'rspace', 'stretchy', 'symmetric', 'width']);
});

test('lines stand in a table where they are written', () => {
  const table = draw(String.raw`\begin{array}{|c|cc|} \hline p & q & r \\ \hline T & F & T \\ F & T & T \\ \hline \end{array}`)?.querySelector('mtable');
  expect([...(table?.children ?? [])].map((row) => [row.getAttribute('class'), ...[...row.children].map((cell) => cell.getAttribute('class'))])).toEqual([
    ['rule', 'bar', 'bar', 'end'], ['rule', 'bar', 'bar', 'end'], ['end', 'bar', 'bar', 'end'],
  ]);
  expect(draw(String.raw`\begin{array}{c} a \\ b \end{array}`)?.querySelector('[class~=bar], [class~=end], [class~=rule]')).toBeNull();
});

test.each([
  ['a sign of its own for a letter', String.raw`\mathbb{RE}\mathcal{LA}`, 'ℝ𝔼ℒ𝒜'],
  ['a minus and an asterisk as they are printed', 'a-b*c', 'a−b∗c'],
  ['words with their spaces', String.raw`\text{ if } x`, '\u00a0if\u00a0x'],
])('%s', (_, tex, text) => {
  expect(draw(tex)?.textContent).toBe(text);
});

test('a minus after an operator belongs to what follows it', () => {
  const forms = [...(draw('a-b=-c') ?? document.body).querySelectorAll('mo')].map((sign) => [sign.textContent, sign.getAttribute('form')]);
  expect(forms).toEqual([['−', 'infix'], ['=', null], ['−', 'prefix']]);
});

describe('what is not known whole is not drawn at all', () => {
  test.each([
    [String.raw`{n \choose k}`],
    [String.raw`\not\alpha`], [String.raw`\xrightarrow`], [String.raw`a \middle`], [String.raw`\boxed`], [String.raw`\begin{array}{c!c} a \end{array}`],
    [String.raw`\ce{H2O}`],
    [String.raw`\newcommand{\x}{y}`],
    [String.raw`\unknowncommand{x}`],
    ['x^2^3'],
    [String.raw`\frac{a}{b`],
    [String.raw`\begin{matrix} a \end{pmatrix}`], [String.raw`\begin{array}{p{3em}} a \end{array}`], [String.raw`\left( a`], [String.raw`a \right)`], ['a } b'], ['{a'], ['a_1_2'], ['50% of it'], ['#1'], ['$x$'],
    [String.raw`\text{a \textbf{b}}`], [String.raw`\text{open`], [String.raw`\href{javascript:alert(1)}{x}`], [String.raw`\frac`], [String.raw`\left? a \right?`],
  ])('%s', (tex) => {
    expect(draw(tex)).toBeUndefined();
  });

  test.each([
    ['as many braces as one likes', '{'.repeat(1_900) + '}'.repeat(1_900)],
    ['fractions in fractions', String.raw`\frac{`.repeat(500)],
    ['tables in tables', String.raw`\begin{matrix}`.repeat(200)],
    ['scripts on scripts', 'x^{'.repeat(900)],
    ['a formula without end', 'x+'.repeat(100_000)],
    ['commands without end', String.raw`\hat`.repeat(900)],
  ])('%s', (_, tex) => {
    expect(draw(tex)).toBeUndefined();
  });
});
