package io.weir.webrest.chat;

import io.weir.webrest.outbound.UpstreamAnswer;

/** An AriX server: it takes what our own clients send and answers what they get. */
@FunctionalInterface
interface AriX {
    /** Blocks until the head of the answer is there. */
    UpstreamAnswer send(Ask ask);

    /** The body; {@code stream} is left out where a whole answer is wanted. */
    record Ask(String message, String model, Boolean stream) {
    }
}
