"""`python -m bot`: Rasa's command line (`train nlu`, `run`, `data validate` ...) without TensorFlow."""

from bot.without_tensorflow import leave_out

if __name__ == "__main__":
    leave_out()
    from rasa.__main__ import main

    main()
