/** TeX's names of symbols. */

const LETTERS =
  "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π " +
  "varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ " +
  "Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω hbar ℏ ell ℓ infty ∞ partial ∂ nabla ∇ emptyset ∅ varnothing ∅ aleph ℵ Re ℜ Im ℑ wp ℘ " +
  "imath ı jmath ȷ forall ∀ exists ∃ neg ¬ top ⊤ bot ⊥ angle ∠ triangle △ prime ′ dagger † ddagger ‡ star ⋆ circ ∘ bullet • degree ° Box □ square □ sharp ♯ natural ♮ flat ♭ Vert ‖ hslash ℏ beth ℶ eth ð AA Å aa å o ø l ł ss ß";
const OPERATORS =
  "times × cdot ⋅ div ÷ pm ± mp ∓ ast ∗ oplus ⊕ otimes ⊗ wedge ∧ vee ∨ cap ∩ cup ∪ setminus ∖ le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ " +
  "geqslant ⩾ ll ≪ gg ≫ ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ lesssim ≲ gtrsim ≳ in ∈ notin ∉ ni ∋ subset ⊂ " +
  "subseteq ⊆ supset ⊃ supseteq ⊇ to → rightarrow → longrightarrow ⟶ leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ " +
  "Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦ uparrow ↑ downarrow ↓ sum ∑ prod ∏ int ∫ oint ∮ bigcup ⋃ bigcap ⋂ mid ∣ parallel ∥ " +
  "perp ⊥ vert | Vert ‖ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } ldots … dots … cdots ⋯ vdots ⋮ colon : odot ⊙ ominus ⊖ oslash ⊘ lsim ≲ gsim ≳ la ≲ ga ≳ ra → lra ⟶ gets ← prec ≺ succ ≻ preceq ⪯ succeq ⪰ " +
  "doteq ≐ asymp ≍ models ⊨ vdash ⊢ dashv ⊣ ltimes ⋉ rtimes ⋊ bigoplus ⨁ bigotimes ⨂ coprod ∐ hookrightarrow ↪ longleftrightarrow ⟷ " +
  "Longrightarrow ⟹ leadsto ⇝ nearrow ↗ searrow ↘ lt < gt > lbrack [ rbrack ] lvert | rvert | lVert ‖ rVert ‖ backslash \\ " +
  "cdotp ⋅ bigwedge ⋀ bigvee ⋁ sqcup ⊔ sqcap ⊓ uplus ⊎ ngeq ≱ nleq ≰ subsetneq ⊊ supsetneq ⊋ varpropto ∝ dotsc … dotsb ⋯ dotsm ⋯ xrightarrow →";
const SPACES = { ",": "0.17em", ":": "0.22em", ";": "0.28em", " ": "0.33em", "!": "0", quad: "1em", qquad: "2em", "~": "0.33em" };
const FUNCTIONS = "sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan log ln lg exp lim limsup liminf max min sup inf det dim ker deg gcd arg Pr hom mod";
const ACCENTS = "bar ¯ overline ¯ hat ^ widehat ^ tilde ~ widetilde ~ vec → dot ˙ ddot ¨ check ˇ breve ˘ acute ´ grave `";

function pairs(text) {
  const words = text.split(" ");
  return new Map(words.filter((word, place) => place % 2 === 0).map((word, place) => [word, words[2 * place + 1]]));
}

export const letters = pairs(LETTERS);
export const operators = pairs(OPERATORS);
export const accents = pairs(ACCENTS);
export const spaces = new Map(Object.entries(SPACES));
export const functions = new Set(FUNCTIONS.split(" "));

const ALPHABETS = {
  mathbf: [0x1d400, 0x1d41a, {}],
  boldsymbol: [0x1d400, 0x1d41a, {}],
  bold: [0x1d400, 0x1d41a, {}],
  pmb: [0x1d400, 0x1d41a, {}],
  mathbb: [0x1d538, 0x1d552, { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" }],
  mathcal: [0x1d49c, 0x1d4b6, { B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ", e: "ℯ", g: "ℊ", o: "ℴ" }],
  mathfrak: [0x1d504, 0x1d51e, { C: "ℭ", H: "ℌ", I: "ℑ", R: "ℜ", Z: "ℨ" }],
};

ALPHABETS.Bbb = ALPHABETS.mathbb;
ALPHABETS.Cal = ALPHABETS.mathscr = ALPHABETS.mathcal;
ALPHABETS.frak = ALPHABETS.mathfrak;
ALPHABETS.bm = ALPHABETS.boldsymbol;

/** Letters of another alphabet: bold, script. Null for a name that is none. */
export function alphabet(name) {
  const known = ALPHABETS[name];
  return known === undefined
    ? null
    : (text) =>
        text.replace(/[A-Za-z]/g, (letter) => {
          const [upper, lower, exceptions] = known;
          const first = letter < "a" ? upper - 65 : lower - 97;
          return exceptions[letter] ?? String.fromCodePoint(first + letter.charCodeAt(0));
        });
}
