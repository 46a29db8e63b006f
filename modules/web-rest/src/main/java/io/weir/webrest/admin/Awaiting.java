package io.weir.webrest.admin;

import io.weir.payments.api.Decision;

/** Nothing has happened until another administrator agrees to {@code decision}. */
public record Awaiting(String code, DecisionView decision) {
    static Awaiting of(Decision decision) {
        return new Awaiting("AWAITING_SECOND_APPROVAL", DecisionView.of(decision));
    }
}
