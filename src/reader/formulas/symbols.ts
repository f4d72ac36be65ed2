/** What a command stands for, written in pairs. How a sign is set follows from the sign itself. */
const written = String.raw`
alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ phi ϕ varphi φ chi χ psi ψ omega ω ell ℓ
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ hbar ℏ emptyset ∅ varnothing ∅ forall ∀ exists ∃ angle ∠ triangle △ prime ′ top ⊤ Re ℜ Im ℑ aleph ℵ imath ı jmath ȷ bullet • star ⋆ dagger † bot ⊥ nexists ∄
ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ % % $ $ # # _ _ & & times × cdot ⋅ div ÷ pm ± mp ∓ ast ∗ circ ∘ oplus ⊕ otimes ⊗ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪ setminus ∖ neg ¬ lnot ¬
le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ in ∈ notin ∉ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ mid ∣ parallel ∥ perp ⊥ nmid ∤ models ⊨ vdash ⊢ doteq ≐ triangleq ≜ coloneqq ≔ prec ≺ succ ≻ preceq ⪯ succeq ⪰ lesssim ≲ gtrsim ≳ asymp ≍
to → rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺ longrightarrow ⟶ Longrightarrow ⟹ mapsto ↦ gets ← hookrightarrow ↪ leadsto ⇝ rightleftharpoons ⇌ uparrow ↑ downarrow ↓ dotsc … dotsb ⋯ lbrace { rbrace } lbrack [ rbrack ] backslash \ updownarrow ↕ therefore ∴ because ∵ colon : bmod mod
sum ∑ prod ∏ bigcup ⋃ bigcap ⋂ coprod ∐ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀ int ∫ iint ∬ iiint ∭ oint ∮ { { } } langle ⟨ rangle ⟩ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ | ‖ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉`;

/** Pairs of words, by the first of each. */
export function pairs(text: string): ReadonlyMap<string, string> {
  const words = text.trim().split(/\s+/);
  return new Map(words.flatMap((word, index) => (index % 2 === 0 ? [[`\\${word}`, words[index + 1] ?? '']] : [])));
}

/** The sign that a command stands for. */
export const signs = pairs(written);

/** Widths of spaces, in em. */
export const spaces = pairs('quad 1 qquad 2 , .167 : .222 > .222 ; .278 enspace .5 ! 0');

/** Functions with a name of several letters, and those of them whose limits stand below. */
export const functions = /^\\(arg|(?:arc)?(?:cos|sin|tan)h?|cot|csc|sec|deg|dim|exp|ker|lg|ln|log|det|gcd|Pr|sup|inf|lim|max|min)$/;
export const limitFunctions = /^(det|gcd|Pr|sup|inf|lim|max|min)$/;
