package io.github.scimult.exchange.citation;

import java.util.HashMap;
import java.util.Map;

/** LaTeX's commands that stand for a character of their own. */
final class LatexSymbols {
    private static final String LETTERS = """
            ss ß SS ẞ o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ
            alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
            kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
            phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ
            Omega Ω textalpha α textbeta β textgamma γ textdelta δ textepsilon ε textlambda λ textmu µ textpi π
            textsigma σ textomega ω textOmega Ω textDelta Δ micro µ hbar ħ ell ℓ aleph ℵ
            """;

    private static final String SIGNS = """
            textemdash — textendash – textquoteright ’ textquoteleft ‘ textquotedblright ” textquotedblleft “
            textquotesingle ' textquotedbl " textasciigrave ` quotedblbase „ quotesinglbase ‚ guillemotleft «
            guillemotright » flqq « frqq » glqq „ grqq “ textbackslash \\ textbraceleft { textbraceright } lbrace { rbrace }
            textasciitilde ~ textasciicircum ^ textunderscore _ textdollar $ textbar | textless < textgreater >
            textexclamdown ¡ textquestiondown ¿ textsection § S § textparagraph ¶ P ¶ textdagger † dag † textdaggerdbl ‡
            ddag ‡ textbullet • bullet • textperiodcentered · cdot · cdots ⋯ ldots … dots … textellipsis … textdegree °
            degree ° textregistered ® texttrademark ™ textcopyright © copyright © textsterling £ pounds £ euro € texteuro €
            EUR € textyen ¥ textcent ¢ textpm ± pm ± mp ∓ texttimes × times × div ÷ textonehalf ½ textonequarter ¼
            textordfeminine ª textordmasculine º to → rightarrow → textrightarrow → leftarrow ← textleftarrow ←
            leftrightarrow ↔ Rightarrow ⇒ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ equiv ≡ propto ∝ infty ∞
            partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃
            otimes ⊗ oplus ⊕ circ ∘ star ⋆ ast ∗ prime ′ langle ⟨ rangle ⟩ perp ⊥ parallel ∥ sqrt √ angle ∠ ll ≪ gg ≫
            textsurd √ textnumero № textperthousand ‰ textinterrobang ‽ slash / textvisiblespace ␣
            """;

    private static final Map<String, String> BY_NAME = table();

    private LatexSymbols() {}

    /** The character of a command's name, without its backslash; null if it stands for none. */
    static String of(String command) {
        return BY_NAME.get(command);
    }

    private static Map<String, String> table() {
        String[] parts = (LETTERS + SIGNS).strip().split("\\s+");
        Map<String, String> table = new HashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            table.put(parts[i], parts[i + 1]);
        }

        table.put("quad", " ");
        table.put("qquad", " ");
        table.put("newline", " ");
        table.put("par", " ");
        table.put("space", " ");
        table.put("textcompwordmark", "");
        return Map.copyOf(table);
    }
}
