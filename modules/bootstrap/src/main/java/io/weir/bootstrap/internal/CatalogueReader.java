package io.weir.bootstrap.internal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** Reads catalogue files strictly: a misspelt key would otherwise sell something else than its author meant. */
final class CatalogueReader {
    private static final ObjectReader STRICT = YAMLMapper
            .builder(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build().readerFor(CatalogueFile.class);

    private CatalogueReader() {
    }

    /** @throws CatalogueFaultException naming file and line, or all that is wrong with the contents */
    static CatalogueFile read(String file, String yaml) {
        CatalogueFile catalogue = parse(file, yaml);
        if (catalogue == null) {
            throw new CatalogueFaultException(file + ": is empty");
        }
        var faults = CatalogueCheck.faults(catalogue);
        if (!faults.isEmpty()) {
            throw new CatalogueFaultException(file + ": " + String.join("; ", faults));
        }
        return catalogue;
    }

    private static CatalogueFile parse(String file, String yaml) {
        try {
            return STRICT.readValue(yaml);
        } catch (UnrecognizedPropertyException e) {
            throw new CatalogueFaultException(file + " line " + lineOf(e, yaml) + ": unknown key '"
                    + e.getPropertyName() + "', known here are " + e.getKnownPropertyIds(), e);
        } catch (JsonProcessingException e) {
            throw new CatalogueFaultException(at(file, e) + e.getOriginalMessage(), e);
        }
    }

    /** An unknown key is reported only when its whole object has been read, so its line has to be looked up. */
    private static int lineOf(UnrecognizedPropertyException e, String yaml) {
        JsonPointer wanted = JsonPointer.empty();
        for (JsonMappingException.Reference step : e.getPath()) {
            wanted = step.getFieldName() == null ? wanted.appendIndex(step.getIndex())
                    : wanted.appendProperty(step.getFieldName());
        }
        try (var parser = STRICT.createParser(yaml)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && parser.getParsingContext().pathAsPointer().equals(wanted)) {
                    return parser.currentTokenLocation().getLineNr();
                }
            }
        } catch (IOException unreadable) {
            e.addSuppressed(unreadable);
        }
        return e.getLocation().getLineNr();
    }

    private static String at(String file, JsonProcessingException e) {
        return file + (e.getLocation() == null ? ": " : " line " + e.getLocation().getLineNr() + ": ");
    }
}
