package io.github.scimult.training.config;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.configuration.ConfigurationWriter;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;

/** A training configuration in JSON as in YAML: by the names of its settings, strictly, what is younger than the document by default. */
final class SettingsJson {
    private SettingsJson() {}

    static final class Writer extends StdSerializer<TrainingConfig> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(TrainingConfig.class);
        }

        @Override
        public void serialize(TrainingConfig config, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeTree(ConfigurationWriter.toJsonNode(config));
        }
    }

    static final class Reader extends StdDeserializer<TrainingConfig> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(TrainingConfig.class);
        }

        @Override
        public TrainingConfig deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return ConfigurationReader.readBack(
                        TrainingConfig.defaults(), json.readValueAsTree(), "the configuration");
            } catch (BadDataException e) {
                throw InvalidDefinitionException.from(json, e.getMessage(), context.constructType(handledType()));
            }
        }
    }
}
