package io.weir.webrest.http;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.weir.platform.api.Json;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * The house's JSON, read strictly: a number is a number and a text a text. Members that we don't know are passed over,
 * so that clients of newer servers can talk to older ones.
 */
@Provider
public class StrictJson implements ContextResolver<ObjectMapper> {
    private static final ObjectMapper MAPPER = strict();

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return MAPPER;
    }

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    private static ObjectMapper strict() {
        var builder = ((JsonMapper) Json.mapper()).rebuild()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                // A flush would send a small answer in two pieces; the container sends it whole when it is complete.
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                });
        return builder.build();
    }
}
