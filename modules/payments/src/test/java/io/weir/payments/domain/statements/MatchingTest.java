package io.weir.payments.domain.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements.Match;
import io.weir.payments.api.Statements.Proposal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
    private static final Candidate ADA = open(1, "WR7K3M9Q2A", 4900);
    private static final Candidate BOB = open(2, "WR01ABCDEF", 4900);
    private static final Candidate EVE = open(3, "WRZZZZ1111", 1234);
    private static final Matching MATCHING = new Matching(List.of(ADA, BOB, EVE));

    @ParameterizedTest(name = "{0} paying {1} is {2}")
    @CsvSource({"'for WR7K3M9Q2A, thanks', 4900, EXACT", "'wr7k3m9q2a', 4900, EXACT", "'WR7K-3M9Q-2A', 4900, EXACT",
        "'WR 7K3M 9Q2A', 4900, EXACT", "'MBVCB.1234.WR7K3M9Q2A.CT tu 0123', 4900, EXACT",
        "'chuyentienWR7K3M9Q2Acam on', 4900, EXACT", "'WR7K3M9Q2A', 4000, LESS", "'WR7K3M9Q2A', 5000, MORE",
        "'order 0000000000000001', 4900, EXACT", "'Order no. 0000 0000 0000 0001', 4900, EXACT",
        "'cut off WR7K3M9', 4900, LIKELY", "'WR7K3M9Q2B', 4900, LIKELY"})
    void is_found_by_what_the_payer_wrote(String words, long minor, Match match) {
        assertThat(only(words, minor)).satisfies(proposal -> {
            assertThat(proposal.payment()).isEqualTo(ADA.payment());
            assertThat(proposal.match()).isEqualTo(match);
        });
    }

    @Test
    void letters_that_look_like_digits_are_taken_for_them() {
        assertThat(only("WROIABCDEF", 4900).payment()).isEqualTo(BOB.payment());
        assertThat(only("wrolabcdef", 4900).match()).isEqualTo(Match.EXACT);
        assertThat(only("WRZZZZIL1I", 1234).match()).isEqualTo(Match.EXACT);
    }

    @Test
    void an_amount_alone_counts_only_when_it_leaves_no_choice() {
        assertThat(only("no idea", 1234).match()).isEqualTo(Match.AMOUNT);
        assertThat(proposals(line(1, "no idea", 4900))).as("two payments ask for it").isEmpty();
        var two = MATCHING.propose(List.of(line(1, "this one", 1234), line(2, "or that", 1234)));
        assertThat(two.values()).as("two lines bring it").allSatisfy(found -> assertThat(found).isEmpty());
        assertThat(proposals(line(1, "no idea", 777))).isEmpty();
    }

    @Test
    void a_cut_or_wrong_reference_needs_the_amount() {
        assertThat(proposals(line(1, "WR7K3M9", 777))).isEmpty();
        assertThat(proposals(line(1, "WR7K3M9Q2B", 777))).isEmpty();
        assertThat(proposals(line(1, "WR7K3", 4900))).as("too little is left of it").isEmpty();
    }

    @Test
    void the_first_of_two_equal_lines_is_the_one() {
        var found = MATCHING.propose(List.of(line(1, "WR7K3M9Q2A", 4900), line(2, "WR7K3M9Q2A", 4900)));
        assertThat(found.get(new UUID(0, 1))).extracting(Proposal::match).containsExactly(Match.EXACT);
        assertThat(found.get(new UUID(0, 2))).extracting(Proposal::match).containsExactly(Match.TWICE);
    }

    @Test
    void another_currency_and_a_decided_payment_are_told_but_cannot_be_approved() {
        var dollars = new Incoming(new UUID(0, 1), new Money(4900, Currency.getInstance("USD")), "WR7K3M9Q2A");
        assertThat(proposals(dollars)).extracting(Proposal::match).containsExactly(Match.OTHER_CURRENCY);
        var decided = new Candidate(id(9), "WR99999999", 9, eur(4900), false, List.of());
        var matching = new Matching(List.of(ADA, decided));
        var found = matching.propose(List.of(line(1, "WR99999999", 4900))).get(new UUID(0, 1));
        assertThat(found.get(0).match()).as("the only other that asks for it comes first").isEqualTo(Match.AMOUNT);
        assertThat(found.get(1).match()).isEqualTo(Match.DECIDED);
        assertThat(Match.DECIDED.isApprovable()).isFalse();
    }

    @Test
    void money_that_somebody_approved_by_hand_is_known() {
        var byHand = new Candidate(id(9), "WR99999999", 9, eur(4900), false, List.of(eur(4900)));
        var found = new Matching(List.of(byHand)).propose(List.of(line(1, "WR99999999", 4900)));
        assertThat(found.get(new UUID(0, 1))).extracting(Proposal::match).containsExactly(Match.KNOWN);
    }

    @Test
    void a_reference_that_was_used_before_means_the_open_payment() {
        var old = new Candidate(id(8), ADA.reference(), 8, eur(4900), false, List.of());
        for (var order : List.of(List.of(old, ADA), List.of(ADA, old))) {
            var found = new Matching(order).propose(List.of(line(1, "WR7K3M9Q2A", 4900))).get(new UUID(0, 1));
            assertThat(found).extracting(Proposal::payment).containsExactly(ADA.payment());
        }
    }

    @Test
    void one_transfer_for_two_payments_shows_both() {
        assertThat(proposals(line(1, "WR7K3M9Q2A and WR01ABCDEF", 9800))).extracting(Proposal::payment)
                .containsExactly(ADA.payment(), BOB.payment());
    }

    private static Proposal only(String words, long minor) {
        assertThat(proposals(line(1, words, minor))).hasSize(1);
        return proposals(line(1, words, minor)).get(0);
    }

    private static List<Proposal> proposals(Incoming line) {
        return MATCHING.propose(List.of(line)).get(line.line());
    }

    private static Incoming line(long id, String words, long minor) {
        return new Incoming(new UUID(0, id), eur(minor), words);
    }

    private static Candidate open(long id, String reference, long minor) {
        return new Candidate(id(id), reference, id, eur(minor), true, List.of());
    }

    private static PaymentId id(long id) {
        return new PaymentId(new UUID(1, id));
    }

    private static Money eur(long minor) {
        return new Money(minor, Currency.getInstance("EUR"));
    }
}
