package io.weir.webrest.gateway;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Actual;
import io.weir.metering.api.Settlement;
import io.weir.webrest.http.Exchange;
import io.weir.webrest.metering.Quantities;
import io.weir.webrest.outbound.EventScanner;
import io.weir.webrest.outbound.HeaderLine;
import io.weir.webrest.outbound.Reckoning;
import io.weir.webrest.outbound.StreamWatch;
import io.weir.webrest.outbound.StreamedBody;
import io.weir.webrest.outbound.UpstreamAnswer;
import io.weir.webrest.outbound.UpstreamFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings one upstream's answer to the client, and settles the call on the way. Answers of 500 and more cost nothing.
 * Where a field of the answer says what it costs, a plain answer is read whole and settled before it leaves, and a
 * stream of events is read along; an answer that doesn't say costs what was held. Blocks, on {@code Outbound}'s
 * threads.
 */
final class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());
    private static final int FIRST_FAILURE = 500;
    /** What is read whole is held in memory, so it is never longer, whatever the route lets pass. */
    private static final long MOST_READ = 16L << 20;

    private final GatewayCall call;
    private final UpstreamAnswer answer;
    private final Reckoning reckoning;
    private final Exchange exchange;
    private final Clock clock;
    private final long held;
    private volatile OptionalLong said = OptionalLong.empty();

    /** By {@code System.nanoTime}: since when the call runs, and until when its body may. */
    record Clock(long startedAt, long until) {
    }

    Delivery(GatewayCall call, UpstreamAnswer answer, Held held, Exchange exchange, Clock clock) {
        this.call = call;
        this.answer = answer;
        this.reckoning = held.reckoning();
        this.held = held.quantity();
        this.exchange = exchange;
        this.clock = clock;
    }

    /** What a call holds, in the meter's smallest units, and how that ends. */
    record Held(Reckoning reckoning, long quantity) {
    }

    GatewayAnswer deliver() {
        if (answer.status() >= FIRST_FAILURE) {
            reckoning.release();
        }
        if (isBodyless()) {
            answer.close();
            return answered(settle(), Optional.empty());
        }
        if (reckoning.ended()) {
            return streamed(StreamWatch.BLIND, OptionalLong.of(0));
        }
        var field = call.price().answerField().map(f -> new AnswerUnits(f, call.meter().decimals()));
        if (field.isEmpty()) {
            return streamed(StreamWatch.BLIND, OptionalLong.of(held));
        }
        return answer.isEventStream() ? streamed(new EventScanner(event -> note(field.get().in(event))),
                OptionalLong.empty()) : whole(field.get());
    }

    private boolean isBodyless() {
        return call.request().method().equals("HEAD") || answer.status() == 204 || answer.status() == 304;
    }

    private void note(OptionalLong found) {
        if (found.isPresent()) {
            said = found;
        }
    }

    private GatewayAnswer whole(AnswerUnits field) {
        var body = read();
        body.ifPresent(b -> note(field.in(b)));
        if (said.isEmpty()) {
            LOG.log(Level.WARNING, () -> "route " + call.route().route().slug() + " of tenant " + call.caller().tenant()
                    + ": the answer does not say what it costs; charged is what was held");
        }
        var settled = settle();
        if (body.isEmpty()) {
            throw Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "UPSTREAM_ANSWER_TOO_LONG").asException();
        }
        return answered(settled, body.map(b -> b));
    }

    private Optional<byte[]> read() {
        try (answer) {
            return answer.read(Math.min(MOST_READ, call.terms().mostAnswerBytes()), clock.until());
        } catch (UpstreamFailure failure) {
            reckoning.release();
            throw failure.asRefusal().asException();
        } catch (IOException failure) {
            reckoning.release();
            throw UpstreamFailure.of(failure).asRefusal().asException();
        }
    }

    private GatewayAnswer streamed(StreamWatch watch, OptionalLong charged) {
        var bounds = new StreamedBody.Bounds(call.terms().mostAnswerBytes(), clock.until());
        var headers = headers(charged);
        answer.length().ifPresent(length -> headers.add(new HeaderLine("Content-Length", Long.toString(length))));
        return new GatewayAnswer(answer.status(), headers,
                Optional.of(new StreamedBody(answer, watch, bounds, new AtTheEnd())));
    }

    private GatewayAnswer answered(Optional<Settlement> settled, Optional<Object> body) {
        settled.ifPresent(exchange::quota);
        long charged = settled.map(s -> s.first().charged()).orElse(0L);
        return new GatewayAnswer(answer.status(), headers(OptionalLong.of(charged)), body);
    }

    private List<HeaderLine> headers(OptionalLong charged) {
        var lines = new ArrayList<>(HeaderRules.toClient(answer.headers()));
        charged.ifPresent(c -> lines.add(new HeaderLine("X-Weir-Charged",
                call.meter().key() + "=" + Quantities.toUnits(c, call.meter()).toPlainString())));
        return lines;
    }

    private Optional<Settlement> settle() {
        return reckoning.settle(said.isPresent() ? hold -> said.getAsLong() : Actual.AS_HELD,
                call.facts(answer.status(), clock.startedAt()));
    }

    private final class AtTheEnd implements StreamedBody.Ending {
        @Override
        public void delivered() {
            settle();
        }

        @Override
        public void nothingCame() {
            reckoning.release();
        }
    }
}
