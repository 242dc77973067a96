package io.github.scimult.search.field;

import io.github.scimult.search.analysis.NameAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Authors and venues by a part of their name: words in any order, "Müller" or "Muller, J." for Jörg Müller, {@code Mül*} for names that
 * begin so.
 */
public final class NameQuery {
    private static final Analyzer ANALYZER = NameAnalyzer.ofQueries();
    /** So far apart may words of one name stand; two names are further apart. */
    private static final int SLOP = NameAnalyzer.GAP / 2;

    private NameQuery() {}

    /** Papers with a name that has all words. */
    public static Query of(String field, String name) {
        List<String> parts = Stream.of(name.split("\\s+")).toList();
        if (parts.stream().anyMatch(part -> part.endsWith("*"))) {
            return ofBeginnings(field, parts);
        }
        List<String> words = words(name);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("'" + name + "' has no letter");
        }
        return words.size() == 1
                ? new TermQuery(new Term(field, words.getFirst()))
                : new PhraseQuery(SLOP, field, words.toArray(String[]::new));
    }

    private static Query ofBeginnings(String field, List<String> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String part : parts) {
            BiFunction<String, String, Query> kind = part.endsWith("*") ? NameQuery::beginning : NameQuery::whole;
            words(part).forEach(word -> all.add(kind.apply(field, word), BooleanClause.Occur.FILTER));
        }
        return all.build();
    }

    private static Query beginning(String field, String word) {
        return new PrefixQuery(new Term(field, word));
    }

    private static Query whole(String field, String word) {
        return new TermQuery(new Term(field, word));
    }

    /** Whether a name, by its words, has all words that are typed, and one that begins as the last of them. */
    public static boolean fits(List<String> name, List<String> typed) {
        return typed.isEmpty()
                || (name.containsAll(typed.subList(0, typed.size() - 1))
                        && name.stream().anyMatch(word -> word.startsWith(typed.getLast())));
    }

    /** The words of a name, folded; none of one without letters and digits. */
    public static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream("", name)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a string is read
        }
        return words;
    }
}
