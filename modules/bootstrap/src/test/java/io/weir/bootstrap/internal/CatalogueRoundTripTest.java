package io.weir.bootstrap.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueRoundTripTest {
    private static final String EVERYTHING = CatalogueReaderTest.GOOD + CatalogueReaderTest.METERED
            + CatalogueReaderTest.BILLING + """
            routes:
              - slug: search
                upstream: https://api.example.com/base
                methods: [POST, GET]
                headers: {set: {X-Version: "2"}, drop: [X-Trace]}
                terms: {retries: 2}
                meter: credits
                units: 2
                rules: [{path: /v1/**, units: 0.5, answerField: /cost}]
                isActive: false
            creditPackages:
              - {name: 'yes', meter: credits, credits: 50.5, price: 5}
            rateCard:
              meter: credits
              operations:
                audio: {base: 0.50, perStarted: {attribute: durationSeconds, size: 30}}
            settings: {"9": "0123", flag: "true"}
            """;

    static Stream<Arguments> files() {
        var shipped = CatalogueFolder.of(SourceTree.catalogue()).entrySet().stream()
                .map(file -> Arguments.of(file.getKey(), file.getValue()));
        return Stream.concat(shipped, Stream.of(Arguments.of("everything.yaml", EVERYTHING)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void what_is_written_is_read_as_the_same(String name, String yaml) {
        var file = CatalogueReaderTest.read(yaml);
        var written = CatalogueYaml.of(file);
        var again = CatalogueReaderTest.read(written.yaml());
        assertThat(CatalogueTree.of(again)).isEqualTo(CatalogueTree.of(file));
        assertThat(CatalogueYaml.of(again)).isEqualTo(written);
        assertThat(Differences.between(file, again)).isEmpty();
    }

    @Test
    void texts_that_look_like_something_else_are_quoted() {
        var yaml = CatalogueYaml.of(CatalogueReaderTest.read(EVERYTHING)).yaml();
        assertThat(yaml).contains("name: \"yes\"", "\"0123\"", "\"true\"", "price: 9.90", "credits: 50.5");
    }

    @Test
    void only_other_contents_have_another_tag() {
        var file = CatalogueReaderTest.read(EVERYTHING);
        var commented = CatalogueReaderTest.read("# a comment\n" + EVERYTHING.replace("price: 9.90", "price: 9.9"));
        var dearer = CatalogueReaderTest.read(EVERYTHING.replace("price: 9.90", "price: 9.91"));
        assertThat(CatalogueYaml.of(commented).tag()).isEqualTo(CatalogueYaml.of(file).tag());
        assertThat(CatalogueYaml.of(dearer).tag()).isNotEqualTo(CatalogueYaml.of(file).tag());
    }
}
