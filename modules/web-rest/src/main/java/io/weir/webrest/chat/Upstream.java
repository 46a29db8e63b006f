package io.weir.webrest.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionStage;

/**
 * Who answers chats. Does not block the asking thread; every failure, also to take the question at all, is in the
 * stage.
 */
interface Upstream {
    CompletionStage<JsonNode> ask(Question question);
}
