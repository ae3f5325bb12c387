package io.cairn.node.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresInWordsTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "2048, 2 KiB", "2458, 2.4 KiB", "34359738368, 32 GiB", "1023, 1023 B", "1152921504606846976, 1 EiB"})
    void sizesHaveFourDigitsAndAUnit(BigInteger bytes, String words) {
        assertEquals(words, Amounts.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 33 %", "1, 40, 2.50 %", "0, 5, 0 %", "5, 5, 100 %", "0, 0, 0 %"})
    void sharesAreInPercent(BigInteger part, BigInteger whole, String words) {
        assertEquals(words, Amounts.percent(part, whole));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 0 FIL", "5937181320 | 5.937 nFIL", "99999991153390349972186 | 99,999.991 FIL", "1000000000000000000 | 1 FIL"})
    void filHasSeparatorsAndAUnit(String atto, String words) {
        assertEquals(words, Amounts.fil(TokenAmount.ofAtto(atto)));
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.0 s", "9.94, 9.9 s", "12.4, 12 s", "80, 1 min 20 s", "120, 2 min", "3840, 1 h 4 min", "90000, 1 d 1 h"})
    void spansHaveTwoUnits(double seconds, String words) {
        assertEquals(words, Spans.words(seconds));
    }

    @ParameterizedTest
    @CsvSource({"-3, 00:00", "65.2, 01:05", "7265, 2:01:05"})
    void clocksCountDown(double seconds, String words) {
        assertEquals(words, Spans.clock(seconds));
    }
}
