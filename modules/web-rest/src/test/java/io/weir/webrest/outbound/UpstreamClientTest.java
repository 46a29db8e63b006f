package io.weir.webrest.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.webrest.outbound.UpstreamFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpstreamClientTest {
    private final UpstreamClient client = client("127.0.0.1/32");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<HttpExchange> last = new AtomicReference<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        client.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void passesMethodPathHeadersAndBody() throws IOException {
        var call = new UpstreamCall("PATCH", at("127.0.0.1"), "/a%20b?q=1%2F2",
                List.of(new HeaderLine("X-One", "1"), new HeaderLine("X-One", "2")),
                Optional.of("hi".getBytes(StandardCharsets.UTF_8)), new UpstreamCall.Terms(1000, 2000, false));
        try (var answer = client.send(call)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("PATCH hi");
        }
        assertThat(last.get().getRequestURI()).hasToString("/a%20b?q=1%2F2");
        var headers = last.get().getRequestHeaders();
        assertThat(headers.get("X-One")).containsExactly("1", "2");
        assertThat(headers.containsKey("User-Agent") || headers.containsKey("Accept-Encoding")
                || headers.containsKey("Upgrade")).isFalse();
    }

    @Test
    void aRedirectIsAnAnswerAndACompressedBodyStaysSo() throws IOException {
        try (var answer = send(client, "/redirect", false)) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("location")).contains("http://169.254.169.254/");
        }
        assertThat(asked).hasValue(1);
        try (var answer = send(client, "/gzip", false)) {
            assertThat(answer.header("Content-Encoding")).contains("gzip");
            assertThat(answer.body().readAllBytes()).asString().isEqualTo("not unpacked");
        }
    }

    @Test
    void loopbackIsRefusedUnlessAllowedAndNothingIsSent() {
        try (var strict = client("")) {
            assertThat(failure(strict, "/", false)).isEqualTo(Kind.ADDRESS_REFUSED);
            assertThat(asked).hasValue(0);
            send(strict, "/", true).close();
            assertThat(asked).hasValue(1);
            assertThat(failure(strict, "/", false)).as("a connection made without the rules is not used under them")
                    .isEqualTo(Kind.ADDRESS_REFUSED);
        }
    }

    @Test
    void namesAreJudgedByWhatTheyResolveTo() {
        try (var strict = client("")) {
            var call = new UpstreamCall("GET", at("localhost"), "/", List.of(), Optional.empty(),
                    new UpstreamCall.Terms(1000, 1000, false));
            assertThatThrownBy(() -> strict.send(call)).isInstanceOfSatisfying(UpstreamFailure.class,
                    e -> assertThat(e.kind()).isEqualTo(Kind.ADDRESS_REFUSED));
        }
    }

    @Test
    void silenceIsATimeOutAndIsNotRepeated() {
        assertThat(failure(client, "/silent", false)).isEqualTo(Kind.TIMED_OUT);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aHeadWithoutAnEndAndAStatusThatIsNoneAreNoAnswers() {
        assertThat(failure(client, "/head", false)).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure(client, "/lines", false)).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure(client, "/999", false)).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aClosedPortIsUnreachable() {
        server.stop(0);
        assertThat(failure(client, "/", false)).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void closingAnEndlessBodyCutsIt() throws IOException {
        try (var answer = send(client, "/endless", false)) {
            assertThat(answer.body().read()).isEqualTo('x');
        }
        assertThat(asked).hasValue(1);
    }

    private UpstreamAnswer send(UpstreamClient by, String target, boolean anywhere) {
        return by.send(new UpstreamCall("GET", at("127.0.0.1"), target, List.of(), Optional.empty(),
                new UpstreamCall.Terms(1000, 300, anywhere)));
    }

    private Kind failure(UpstreamClient by, String target, boolean anywhere) {
        try (var answer = send(by, target, anywhere)) {
            throw new AssertionError("answered " + answer.status());
        } catch (UpstreamFailure failure) {
            return failure.kind();
        }
    }

    private URI at(String host) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort());
    }

    private static UpstreamClient client(String allowed) {
        return new UpstreamClient(AddressRules.allowing(Optional.of(allowed)), Optional.empty(), 4);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        last.set(exchange);
        var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (exchange.getRequestURI().getPath()) {
            case "/redirect" -> {
                exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/gzip" -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("not unpacked".getBytes(StandardCharsets.UTF_8));
            }
            case "/silent" -> await();
            case "/999" -> exchange.sendResponseHeaders(999, -1);
            case "/head" -> {
                exchange.getResponseHeaders().set("X-Long", "x".repeat(100_000));
                exchange.sendResponseHeaders(200, -1);
            }
            case "/lines" -> {
                for (int i = 0; i < 1000; i++) {
                    exchange.getResponseHeaders().set("X-" + i, "x");
                }
                exchange.sendResponseHeaders(200, -1);
            }
            case "/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                await();
            }
            default -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write((exchange.getRequestMethod() + " " + sent)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        exchange.close();
    }

    private void await() {
        try {
            end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
