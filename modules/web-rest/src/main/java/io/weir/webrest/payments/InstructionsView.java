package io.weir.webrest.payments;

import io.weir.payments.api.Payment.Instructions;
import java.math.BigDecimal;

/** What to write on a bank transfer. */
public record InstructionsView(String bank, String account, String holder, String reference, BigDecimal amount,
                               String currency) {
    public static InstructionsView of(Instructions instructions) {
        return new InstructionsView(instructions.bank(), instructions.account(), instructions.holder(),
                instructions.reference(), instructions.amount().major(),
                instructions.amount().currency().getCurrencyCode());
    }
}
