package io.weir.webrest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.webrest.outbound.UpstreamAnswer;
import java.util.concurrent.CompletionStage;

/** Who answers chats. */
interface Upstream {
    /** A whole answer. Does not block the asking thread; every failure is in the stage. */
    CompletionStage<JsonNode> ask(Question question);

    /**
     * An answer as it is made: server-sent events, or JSON from an upstream that doesn't stream. Blocks, so it is for
     * {@code Outbound}'s threads. Throws when the upstream doesn't begin.
     */
    UpstreamAnswer open(Question question);
}
