package io.github.scimult.search.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.br.BrazilianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The languages for which Lucene brings stop words and stems; CJK is for Chinese, Japanese and Korean. */
public enum Language {
    ARABIC("ar", ArabicAnalyzer::new),
    ARMENIAN("hy", ArmenianAnalyzer::new),
    BASQUE("eu", BasqueAnalyzer::new),
    BENGALI("bn", BengaliAnalyzer::new),
    BRAZILIAN("pt-br", BrazilianAnalyzer::new),
    BULGARIAN("bg", BulgarianAnalyzer::new),
    CATALAN("ca", CatalanAnalyzer::new),
    CJK("cjk", CJKAnalyzer::new),
    CZECH("cs", CzechAnalyzer::new),
    DANISH("da", DanishAnalyzer::new),
    DUTCH("nl", DutchAnalyzer::new),
    ENGLISH("en", EnglishAnalyzer::new),
    ESTONIAN("et", EstonianAnalyzer::new),
    FINNISH("fi", FinnishAnalyzer::new),
    FRENCH("fr", FrenchAnalyzer::new),
    GALICIAN("gl", GalicianAnalyzer::new),
    GERMAN("de", GermanAnalyzer::new),
    GREEK("el", GreekAnalyzer::new),
    HINDI("hi", HindiAnalyzer::new),
    HUNGARIAN("hu", HungarianAnalyzer::new),
    INDONESIAN("id", IndonesianAnalyzer::new),
    IRISH("ga", IrishAnalyzer::new),
    ITALIAN("it", ItalianAnalyzer::new),
    LATVIAN("lv", LatvianAnalyzer::new),
    LITHUANIAN("lt", LithuanianAnalyzer::new),
    NEPALI("ne", NepaliAnalyzer::new),
    NORWEGIAN("no", NorwegianAnalyzer::new),
    PERSIAN("fa", PersianAnalyzer::new),
    PORTUGUESE("pt", PortugueseAnalyzer::new),
    ROMANIAN("ro", RomanianAnalyzer::new),
    RUSSIAN("ru", RussianAnalyzer::new),
    SERBIAN("sr", SerbianAnalyzer::new),
    SPANISH("es", SpanishAnalyzer::new),
    SWEDISH("sv", SwedishAnalyzer::new),
    TAMIL("ta", TamilAnalyzer::new),
    TELUGU("te", TeluguAnalyzer::new),
    THAI("th", ThaiAnalyzer::new),
    TURKISH("tr", TurkishAnalyzer::new);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor
    private final Supplier<Analyzer> analyzer;

    Language(String code, Supplier<Analyzer> analyzer) {
        this.code = code;
        this.analyzer = analyzer;
    }

    /**
     * The language of a name.
     *
     * @param name such as {@code german} or its ISO code {@code de}, in any case
     * @throws IllegalArgumentException if there is none
     */
    public static Language parse(String name) {
        for (Language language : values()) {
            if (language.toString().equalsIgnoreCase(name) || language.code.equalsIgnoreCase(name)) {
                return language;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is none of the languages that texts can be analysed by: "
                + Arrays.stream(values()).map(Language::toString).collect(Collectors.joining(", ")));
    }

    /** Its ISO code, such as {@code de}. */
    public String code() {
        return code;
    }

    Analyzer analyzer() {
        return analyzer.get();
    }

    /** The name, such as {@code german}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
