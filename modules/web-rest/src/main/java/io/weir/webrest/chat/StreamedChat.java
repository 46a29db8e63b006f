package io.weir.webrest.chat;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Admission;
import io.weir.platform.api.Json;
import io.weir.webrest.outbound.EventScanner;
import io.weir.webrest.outbound.Outbound;
import io.weir.webrest.outbound.Reckoning;
import io.weir.webrest.outbound.StreamedBody;
import io.weir.webrest.outbound.UpstreamAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A chat whose answer passes on while it is made; metered as {@link MeteredChat} does, and settled before the client
 * sees its end, or when it has left. An upstream that doesn't begin costs nothing; one that breaks off costs what came.
 */
@ApplicationScoped
class StreamedChat {
    private static final Logger LOG = Logger.getLogger(StreamedChat.class.getName());
    private static final long MOST_BYTES = 16L << 20;

    @Inject
    MeteredChat chat;
    @Inject
    Admission admission;
    @Inject
    Upstreams upstreams;
    @Inject
    Outbound outbound;

    /** A {@link StreamedBody}, or JSON from an upstream that doesn't stream. */
    CompletionStage<Object> answer(Caller caller, Question question) {
        var upstream = upstreams.of(caller.tenant());
        return chat.admit(caller, question, upstreams.streamPatience()).thenCompose(admitted -> {
            var reckoning = new Reckoning(admission, MeteredChat.held(caller, admitted));
            var bill = new Bill(caller, question, new TokenTally(question.message()), reckoning, System.nanoTime());
            return outbound.run(() -> work(bill, upstream)).whenComplete((answer, failure) -> {
                if (failure != null) {
                    reckoning.releaseLater();
                }
            });
        });
    }

    private Object work(Bill bill, Upstream upstream) {
        var answer = open(bill, upstream);
        return answer.isEventStream() ? stream(bill, answer) : whole(bill, answer);
    }

    private UpstreamAnswer open(Bill bill, Upstream upstream) {
        try {
            return upstream.open(bill.question());
        } catch (RuntimeException failure) {
            throw refused(bill, failure);
        }
    }

    private StreamedBody stream(Bill bill, UpstreamAnswer answer) {
        var bounds = new StreamedBody.Bounds(MOST_BYTES, System.nanoTime() + upstreams.streamLimit().toNanos());
        return outbound.watched(new StreamedBody(answer, new EventScanner(bill.tally()::event), bounds, bill));
    }

    private Object whole(Bill bill, UpstreamAnswer answer) {
        try (answer) {
            long until = System.nanoTime() + upstreams.patience().toNanos();
            var body = answer.read(MOST_BYTES, until).orElseThrow(() -> new UpstreamException("too long"));
            var json = AriXUpstream.sound(Json.mapper().readTree(body));
            bill.tally().answer(json);
            bill.delivered();
            return json;
        } catch (RefusedException notSettled) {
            throw notSettled;
        } catch (IOException | RuntimeException failure) {
            throw refused(bill, failure);
        }
    }

    private static RefusedException refused(Bill bill, Exception failure) {
        LOG.log(Level.WARNING, failure, () -> "chat upstream of tenant " + bill.caller().tenant()
                + " did not answer");
        bill.nothingCame();
        return MeteredChat.unavailable(failure).asException();
    }

    private record Bill(Caller caller, Question question, TokenTally tally, Reckoning reckoning, long asked)
            implements StreamedBody.Ending {
        @Override
        public void delivered() {
            if (reckoning.ended()) {
                return;
            }
            long tokens = tally.total();
            reckoning.settle(MeteredChat.actual(tokens), MeteredChat.facts(caller, question, tokens, asked));
        }

        @Override
        public void nothingCame() {
            reckoning.release();
        }
    }
}
