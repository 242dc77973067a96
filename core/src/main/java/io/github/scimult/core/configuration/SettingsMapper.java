package io.github.scimult.core.configuration;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Jackson as configurations need it: a path is its text, and {@code IN_BATCH} is written {@code in-batch}. */
final class SettingsMapper {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_GETTERS, MapperFeature.AUTO_DETECT_IS_GETTERS)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY) // a record's components and nothing else
            .annotationIntrospector(new HyphenatedEnums())
            .addModules(new Jdk8Module(), paths())
            .build();

    private SettingsMapper() {}

    /** What a constant of an enum is called in a configuration. */
    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final class HyphenatedEnums extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        /** A record is written by its components here, be it written otherwise elsewhere. */
        @Override
        public Object findSerializer(Annotated part) {
            return null;
        }

        @Override
        public Object findDeserializer(Annotated part) {
            return null;
        }

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            return Arrays.stream(constants).map(SettingsMapper::nameOf).toArray(String[]::new);
        }
    }

    /** Jackson itself writes paths as addresses. */
    private static SimpleModule paths() {
        return new SimpleModule()
                .addSerializer(Path.class, ToStringSerializer.instance)
                .addDeserializer(Path.class, new StdScalarDeserializer<>(Path.class) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Path deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                        return Path.of(parser.getText());
                    }
                });
    }
}
