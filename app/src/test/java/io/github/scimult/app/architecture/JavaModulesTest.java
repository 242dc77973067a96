package io.github.scimult.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The Java that a distribution brings along has what the program asks of it. */
class JavaModulesTest {
    private static final String LIST = "java_modules=";

    @Test
    void theBundledJavaHasEveryModuleThatTheProgramUses() throws IOException {
        Set<String> used = used();
        assertThat(used).contains("java.base", "java.xml", "jdk.management");
        assertThat(bundled()).containsAll(used);
    }

    private static Set<String> bundled() throws IOException {
        String list = Files.readAllLines(House.root().resolve("packaging/distribution.sh")).stream()
                .filter(line -> line.startsWith(LIST))
                .map(line -> line.substring(LIST.length()))
                .findFirst()
                .orElseThrow();
        return Configuration.empty()
                .resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), List.of(list.split(",")))
                .modules()
                .stream()
                .map(ResolvedModule::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> used() {
        Map<String, String> modules = modulesByPackage();
        return House.CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(type -> modules.getOrDefault(type.getPackageName(), ""))
                .filter(module -> !module.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> modulesByPackage() {
        return ModuleFinder.ofSystem().findAll().stream()
                .map(ModuleReference::descriptor)
                .flatMap(module -> module.packages().stream().map(name -> Map.entry(name, module.name())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }
}
