package io.github.scimult.server.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.search.index.IndexedLabel;
import io.github.scimult.search.index.IndexedPaper;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.index.MatchedWords;
import io.github.scimult.search.index.SearchHit;
import io.github.scimult.search.tag.Tag;
import io.github.scimult.server.http.JsonBody;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Papers, labels and answers of one request as JSON. */
final class AnswerJson {
    private final LiteratureIndex index;
    private final Map<String, String> labelNames = new HashMap<>(); // by id, those that were looked up

    /** @param index names the labels that papers carry */
    AnswerJson(LiteratureIndex index) {
        this.index = index;
    }

    /** A paper with all that is known of it. */
    ObjectNode paper(IndexedPaper paper) throws IOException {
        ObjectNode json = JsonBody.object();
        json.put("id", paper.id());
        json.put("title", paper.title());
        json.put("abstract", paper.text());
        json.set("authors", JsonBody.tree(paper.authors()));
        json.put("venue", paper.venue());
        json.put("year", paper.year());
        ArrayNode labels = json.putArray("labels");
        for (String id : paper.labels()) {
            labels.addObject().put("id", id).put("name", labelName(id));
        }
        return json;
    }

    private String labelName(String id) throws IOException {
        String name = labelNames.get(id);
        if (name == null) {
            name = index.label(id).map(IndexedLabel::name).orElse(id);
            labelNames.put(id, name);
        }
        return name;
    }

    /** A label. */
    ObjectNode label(IndexedLabel label) {
        ObjectNode json = JsonBody.object();
        json.put("id", label.id());
        json.put("name", label.name());
        json.put("definition", label.definition());
        json.set("parents", JsonBody.tree(label.parents()));
        return json;
    }

    /**
     * Papers in their order, each with why it is an answer.
     *
     * @param question whose words are marked
     * @param asked the paper that they answer, to tell what each shares with it; null for none
     */
    ObjectNode papers(List<SearchHit> hits, String question, IndexedPaper asked) throws IOException {
        MatchedWords words = new MatchedWords(question);
        ObjectNode json = JsonBody.object();
        ArrayNode answers = json.putArray("answers");
        for (SearchHit hit : hits) {
            ObjectNode answer = answers.addObject();
            answer.put("rank", answers.size());
            answer.put("score", hit.score());
            answer.set("paper", paper(hit.paper()));
            answer.set("why", why(hit, asked));
            ObjectNode matches = answer.putObject("matches");
            matches.set("title", JsonBody.tree(words.in(hit.paper().title())));
            matches.set("abstract", JsonBody.tree(words.in(hit.paper().text())));
        }
        return json;
    }

    /** Labels in their order, each with what speaks for it. */
    ObjectNode tags(List<Tag> tags) {
        ObjectNode json = JsonBody.object();
        ArrayNode answers = json.putArray("answers");
        for (Tag tag : tags) {
            ObjectNode answer = answers.addObject();
            answer.put("rank", answers.size());
            answer.put("score", tag.score());
            answer.put("probability", Double.isNaN(tag.probability()) ? null : tag.probability());
            answer.put("named", tag.evidence().named());
            answer.put("neighbours", tag.evidence().neighbours());
            answer.set("label", label(tag.label()));
        }
        return json;
    }

    private ObjectNode why(SearchHit hit, IndexedPaper asked) throws IOException {
        ObjectNode why = JsonBody.object();
        if (hit.bm25Rank() > 0) {
            why.putObject("words").put("rank", hit.bm25Rank()).put("score", hit.bm25Score());
        } else {
            why.putNull("words");
        }
        if (hit.denseRank() > 0) {
            why.putObject("vectors").put("rank", hit.denseRank()).put("score", hit.denseScore());
        } else {
            why.putNull("vectors");
        }
        if (asked == null) {
            why.putNull("shared");
        } else {
            why.set("shared", shared(asked, hit.paper()));
        }
        return why;
    }

    private ObjectNode shared(IndexedPaper asked, IndexedPaper answer) throws IOException {
        ObjectNode shared = JsonBody.object();
        ArrayNode labels = shared.putArray("labels");
        for (String id : common(asked.labels(), answer.labels())) {
            labels.addObject().put("id", id).put("name", labelName(id));
        }
        shared.set("references", JsonBody.tree(common(asked.references(), answer.references())));
        return shared;
    }

    private static List<String> common(List<String> one, List<String> other) {
        return one.stream().filter(new HashSet<>(other)::contains).distinct().toList();
    }
}
