package io.weir.webrest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.Refusal;
import io.weir.payments.api.CardNumbers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A card's number in a request about money or people is refused before anything else reads, keeps or answers it: not
 * even an idempotency key's row sees the body. Numbers are for gateways' own pages.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 400)
public class RawCardFilter implements ContainerRequestFilter {
    /** Where people type. Notices are not in it, because their signed numbers are order codes. */
    private static final List<String> WATCHED = List.of("payment/", "payments/", "billing/", "subscribe", "cancel",
            "api-extensions/", "auth/", "keys", "admin/payments", "admin/statements", "admin/customers",
            "admin/gateways", "support");
    private static final String NOTICES = "payment/webhook";

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.getMethod().equals("GET") && isWatched(request.getUriInfo().getPath())
                && isText(request.getMediaType()) && request.hasEntity()) {
            var body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
            if (holdsCard(body)) {
                throw Refusal.invalid("RAW_CARD_REFUSED").asException();
            }
        }
    }

    /** Parameters within a path find the same route, so they must not hide it. */
    static boolean isWatched(String path) {
        var plain = RequestRates.plain(path.startsWith("/") ? path.substring(1) : path);
        return WATCHED.stream().anyMatch(plain::startsWith) && !plain.startsWith(NOTICES);
    }

    private static boolean isText(MediaType type) {
        return type != null && (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                || type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE));
    }

    /**
     * JSON is read from its bytes, as its reader will, whatever their encoding. What is no JSON is looked through as it
     * is and as a form: its reader may refuse it, but a log might keep it.
     */
    private static boolean holdsCard(byte[] body) throws IOException {
        try {
            JsonNode document = StrictJson.mapper().readTree(body);
            return document != null && isIn(document);
        } catch (JsonProcessingException | NumberFormatException noJson) {
            var text = new String(body, StandardCharsets.UTF_8);
            return CardNumbers.isIn(text) || CardNumbers.isIn(decoded(text));
        }
    }

    private static String decoded(String form) {
        try {
            return URLDecoder.decode(form, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noForm) {
            return form;
        }
    }

    /** In any value or name of a document, however deep. */
    static boolean isIn(JsonNode document) {
        if (document.isObject()) {
            for (Map.Entry<String, JsonNode> member : document.properties()) {
                if (CardNumbers.isIn(member.getKey()) || isIn(member.getValue())) {
                    return true;
                }
            }
            return false;
        }
        if (document.isArray()) {
            for (var child : document) {
                if (isIn(child)) {
                    return true;
                }
            }
            return false;
        }
        return CardNumbers.isIn(document.isNumber() ? document.asText() : document.asText(""));
    }
}
