from sensors import Port, SensorError

# The room is heated until it is this much above the target, so that the burner does not start too often.
HYSTERESIS_CELSIUS = 0.4

# The pump runs on for 90 seconds after the burner stops, otherwise the heat exchanger boils.
PUMP_OVERRUN_SECONDS = 90


def read_sensor(port: Port) -> float:
    """Reads the sensor; gives up after five attempts."""
    for _ in range(5):
        value = port.read(0x2C)
        if value is not None:
            return value / 16
    raise SensorError("no answer")


# TODO(Anouk): the holiday mode forgets the target after a power cut.
