package io.github.scimult.app.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.github.scimult.app.architecture.House.CLASSES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import io.github.scimult.app.Main;
import org.junit.jupiter.api.Test;

/** What no class does: end the process, print stack traces, throw what says nothing, bear a name that says nothing. */
class ConductTest {

    @Test
    void onlyTheLauncherClassEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .because("exit codes are decided in one place")
                .check(CLASSES);
    }

    @Test
    void nobodyPrintsAStackTracePastTheCommandLine() {
        noClasses()
                .should()
                .callMethodWhere(target(name("printStackTrace"))
                        .and(target(owner(assignableTo(Throwable.class))))
                        .and(target(rawParameterTypes(new Class<?>[0]))))
                .because("errors are told to people in one place")
                .check(CLASSES);
    }

    @Test
    void nobodyThrowsAnExceptionThatSaysNothing() {
        DescribedPredicate<JavaConstructorCall> bareException =
                new DescribedPredicate<>("making a bare RuntimeException, Exception or Error") {
                    @Override
                    public boolean test(JavaConstructorCall call) {
                        boolean bare = call.getTargetOwner().isEquivalentTo(RuntimeException.class)
                                || call.getTargetOwner().isEquivalentTo(Exception.class)
                                || call.getTargetOwner().isEquivalentTo(Error.class);
                        // A subclass's constructor calls its parent's.
                        return bare && !call.getOriginOwner().isAssignableTo(Throwable.class);
                    }
                };
        noClasses()
                .should()
                .callConstructorWhere(bareException)
                .because("the kind of exception says whose mistake it was")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIsFor() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(CLASSES);
    }
}
