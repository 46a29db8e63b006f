package io.weir.webrest.gateway;

import io.weir.identity.api.Caller;
import io.weir.metering.api.Admission;
import io.weir.metering.api.Demand;
import io.weir.metering.api.Units;
import io.weir.platform.api.Durations;
import io.weir.webrest.gateway.Delivery.Held;
import io.weir.webrest.http.Exchange;
import io.weir.webrest.http.Gate;
import io.weir.webrest.outbound.Circuits;
import io.weir.webrest.outbound.Outbound;
import io.weir.webrest.outbound.Reckoning;
import io.weir.webrest.outbound.StreamedBody;
import io.weir.webrest.outbound.UpstreamFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reserve, ask the upstream, settle or release. No request thread waits: after the gate everything, down to the copying
 * of the body, happens on one of {@link Outbound}'s threads.
 */
@ApplicationScoped
class MeteredGateway {
    private static final Logger LOG = Logger.getLogger(MeteredGateway.class.getName());
    /** For slow readers and the settling itself, beyond what the upstream may take. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    @Inject
    @ConfigProperty(name = "WEIR_UPSTREAM_STREAM_LIMIT", defaultValue = "10m")
    String streamLimit;
    @Inject
    Gate gate;
    @Inject
    Admission admission;
    @Inject
    Outbound outbound;
    @Inject
    Circuits circuits;

    CompletionStage<GatewayAnswer> pass(GatewayCall call, Exchange exchange) {
        long units = Math.max(1, PriceList.smallest(call.price().units(), call.meter().decimals()));
        return gate.admit(call.caller(), verified -> admission.reserve(demand(verified, call, units)))
                .thenCompose(admitted -> {
            var held = new Held(reckoning(call.caller(), admitted.id()), admitted.first().quantity());
            return outbound.run(() -> work(call, held, exchange)).whenComplete((answer, failure) -> {
                if (failure != null) {
                    held.reckoning().releaseLater();
                }
            });
        });
    }

    private GatewayAnswer work(GatewayCall call, Held held, Exchange exchange) {
        long startedAt = System.nanoTime();
        try {
            var tries = new Tries(outbound::open, MeteredGateway::sleep, System::nanoTime);
            var circuit = circuits.of(call.caller().tenant(), call.route().route().upstream());
            var answer = tries.ask(call.toUpstream(), circuit, call.terms().retries());
            var clock = new Delivery.Clock(startedAt, startedAt + Durations.parse(streamLimit).toNanos());
            var delivered = new Delivery(call, answer, held, exchange, clock).deliver();
            delivered.body().filter(StreamedBody.class::isInstance)
                    .ifPresent(body -> outbound.watched((StreamedBody) body));
            return delivered;
        } catch (UpstreamFailure failure) {
            held.reckoning().release();
            LOG.log(Level.WARNING, failure.getCause(), () -> "route " + call.route().route().slug() + " of tenant "
                    + call.caller().tenant() + ": " + failure.getMessage());
            throw failure.asRefusal().asException();
        }
    }

    private Reckoning reckoning(Caller caller, UUID reservation) {
        return new Reckoning(admission, new Admission.Held(caller.tenant(), caller.requireAccount(), reservation));
    }

    private Demand demand(Caller caller, GatewayCall call, long units) {
        return new Demand(caller.tenant(), caller.requireAccount(), List.of(new Units(call.meter().key(), units)),
                List.of(), caller.verifiedAt(), Optional.empty(), patience(call));
    }

    /** A reservation can't be made longer, so it lasts as long as the longest stream may. */
    private Duration patience(GatewayCall call) {
        return Durations.parse(streamLimit).plus(GRACE)
                .plusMillis(2L * call.terms().answerMillis() + call.terms().connectMillis());
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UpstreamFailure(UpstreamFailure.Kind.UNREACHABLE, "the server is stopping", stopped);
        }
    }
}
