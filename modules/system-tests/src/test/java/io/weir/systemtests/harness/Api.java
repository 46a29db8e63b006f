package io.weir.systemtests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A client of the API for one tenant and, once signed in, one caller. Immutable. */
public final class Api {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    private final URI url;
    private final Map<String, String> headers;

    Api(URI url, String tenant) {
        this(url, Map.of("X-Tenant", tenant, "Accept", "application/json"));
    }

    private Api(URI url, Map<String, String> headers) {
        this.url = url;
        this.headers = headers;
    }

    /** An answer: status, headers, and its body as JSON (missing when it is none). */
    public record Answer(int status, HttpResponse<String> response, JsonNode json) {
        public String text(String member) {
            return json.path(member).asText();
        }

        public long number(String member) {
            return json.path(member).asLong();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The same answer, if its status is the expected one. */
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + " but got " + status + ": " + response.body());
            }
            return this;
        }

        @Override
        public String toString() {
            return status + " " + response.body();
        }
    }

    public Api with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(url, Map.copyOf(more));
    }

    public Api token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Api key(String key) {
        return with("X-API-Key", key);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends a form with one file, as a browser does. */
    public Answer file(String path, String fileName, byte[] bytes) {
        var head = "--weir-boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var form = BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofByteArray(bytes),
                BodyPublishers.ofString("\r\n--weir-boundary--\r\n"));
        return with("Content-Type", "multipart/form-data; boundary=weir-boundary").send("POST", path, form);
    }

    /** Sends JSON; text is sent as it is, and so is what is published. */
    public Answer send(String method, String path, Object body) {
        try {
            var request = HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(60)).method(method,
                    publisher(body));
            headers.forEach(request::header);
            if (body != null && !headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            return answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher publisher(Object body) throws IOException {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        return body instanceof BodyPublisher published ? published
                : BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    /** Registers a new customer and signs in. */
    public Customer newCustomer() {
        String email = word() + "@example.com";
        String password = "Aq9!" + word() + "Z7";
        patiently("/api/auth/register", Map.of("email", email, "password", password, "fullName", "Nguyễn Văn A"))
                .expect(201);
        return signIn(email, password);
    }

    public Customer signIn(String email, String password) {
        var tokens = patiently("/api/auth/login", Map.of("email", email, "password", password)).expect(200);
        return new Customer(token(tokens.text("accessToken")), email, password, tokens.json());
    }

    /** One tenant lets an address sign in only five times a minute; whoever needs more in a test waits. */
    private Answer patiently(String path, Object body) {
        return eventually(Duration.ofSeconds(90), () -> post(path, body), answer -> answer.status() != 429);
    }

    /** The tenant's administrator. */
    public Api administrator() {
        return signIn("admin@" + headers.get("X-Tenant") + ".example", RunningWeir.ADMIN_PASSWORD).api();
    }

    /** Asks until the answer pleases, for at most 20 s; the last answer decides. */
    public static <T> T eventually(Supplier<T> ask, Predicate<T> pleases) {
        return eventually(Duration.ofSeconds(20), ask, pleases);
    }

    public static <T> T eventually(Duration within, Supplier<T> ask, Predicate<T> pleases) {
        long end = System.nanoTime() + within.toNanos();
        T seen = ask.get();
        while (!pleases.test(seen) && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            seen = ask.get();
        }
        if (!pleases.test(seen)) {
            throw new AssertionError("still " + seen);
        }
        return seen;
    }

    /** Ten random letters. */
    public static String word() {
        return ThreadLocalRandom.current().ints(10, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Answer answer(HttpResponse<String> response) {
        JsonNode json = MissingNode.getInstance();
        try {
            json = JSON.readTree(response.body());
        } catch (IOException notJson) {
            json = MissingNode.getInstance();
        }
        return new Answer(response.statusCode(), response, json == null ? MissingNode.getInstance() : json);
    }

    /** A signed-in customer. */
    public record Customer(Api api, String email, String password, JsonNode signIn) {
    }
}
