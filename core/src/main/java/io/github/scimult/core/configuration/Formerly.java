package io.github.scimult.core.configuration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a record's component was called in earlier versions: the old name is refused with the new one. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Formerly {
    /** Old names, each a path from the outermost record inwards, joined by dots. */
    String[] value();

    /** How an old value becomes a new one, as a sentence; empty if it stays. */
    String change() default "";
}
