package io.github.scimult.app.command;

import io.github.scimult.app.answer.Answers;
import io.github.scimult.app.answer.Examples;
import io.github.scimult.app.answer.Question;
import io.github.scimult.app.evaluation.EvaluatedModels;
import io.github.scimult.app.quickstart.WorkedAnswer;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.app.terminal.Style;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;

/**
 * Three queries of the sample's test split, chosen beforehand because many people know the papers, not for what comes
 * out.
 */
record QuickstartAnswers(LiteratureCollection sample, EvaluatedModels models) {
    void print(Style style, ProgressLine line) {
        print(answer("Suggested labels for a paper", Task.CLASSIFICATION, "brown2020language"), style, line);
        print(answer("Recommended citations for a paper", Task.LINK, "karpukhin2020dense"), style, line);
        print(answer("A search query", Task.SEARCH, "q-p2-026"), style, line);
    }

    private static void print(WorkedAnswer answer, Style style, ProgressLine line) {
        line.clear();
        System.out.println(answer.render(style));
    }

    private WorkedAnswer answer(String heading, Task task, String id) {
        Question question = Question.of(sample, task, Split.TEST, id)
                .orElseThrow(() -> new IllegalArgumentException(sample.folder() + " has no query " + id
                        + " in its test split: it was changed; restart with --force"));
        Answers base = Answers.of(sample, task, models.baseEncoder());
        Answers trained = Answers.of(sample, task, models.encoder());
        return new WorkedAnswer(heading, Examples.of(sample, question, base, trained));
    }
}
