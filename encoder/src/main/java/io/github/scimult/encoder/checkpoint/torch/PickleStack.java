package io.github.scimult.encoder.checkpoint.torch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a pickle's instructions work on: a stack with marks, and a memory of numbered objects. */
final class PickleStack {
    private static final Object MARK = new Object();

    private final List<Object> stack = new ArrayList<>();
    private final Map<Long, Object> memory = new HashMap<>();

    void push(Object value) {
        stack.add(value);
    }

    void mark() {
        stack.add(MARK);
    }

    Object pop() {
        Object top = stack.isEmpty() ? MARK : stack.removeLast();
        if (top == MARK) {
            throw new RefusedPickleException("it is damaged: a value is asked for where there is none");
        }
        return top;
    }

    Object top() {
        Object top = pop();
        push(top);
        return top;
    }

    /** All that was pushed since the last mark, which goes too. */
    List<Object> popToMark() {
        int mark = stack.lastIndexOf(MARK);
        if (mark < 0) {
            throw new RefusedPickleException("it is damaged: a mark is asked for where there is none");
        }
        List<Object> above = stack.subList(mark + 1, stack.size());
        List<Object> values = new ArrayList<>(above);
        above.clear();
        stack.removeLast();
        return values;
    }

    void remember(long number) {
        memory.put(number, top());
    }

    void rememberNext() {
        remember(memory.size());
    }

    void recall(long number) {
        if (!memory.containsKey(number)) {
            throw new RefusedPickleException("it is damaged: object " + number + " is asked for before it was made");
        }
        push(memory.get(number));
    }
}
