"""Common given names of the languages that English news writes about, with their gender.

Compact on purpose: the most frequent names of the last hundred years, from general
knowledge. Names that men and women bear ("Robin", "Andrea", "Jean") and names that are
more often family names ("Grant") or words ("Will", "Grace") are left out.
"""

from __future__ import annotations

from tui.analysis.lexicons import words

_MALE = words(
    """
    Aarav Aaron Abbas Abdul Abdullah Abdulrahman Abraham Achmed Adam Adel Adnan Adolf Adrian
    Agustin Ahmad Ahmed Aidan Ajay Akhil Akira Akram Alain Alan Albert Alberto Aldo Alejandro
    Aleksandar Aleksandr Aleksei Aleksey Alessandro Alex Alexander Alexandre Alexei Alfred Alfredo
    Ali Alistair Allan Allen Alok Alvaro Amir Amit Anand Anas Anatoly Anders Andre Andreas Andrei
    Andres Andrew Andrey Andriy Andrzej Andy Angelo Anil Anthony Antoine Anton Antonio Antony
    Anwar Ari Arif Arjun Armando Arnaud Arnold Artem Arthur Arturo Arvind Asad Ashok Ashraf Asif
    Atif Avi Axel Aziz Babak Baldev Barack Barry Bashar Bassem Ben Benedict Benjamin Benny Bernard
    Bernd Bernie Bert Bertrand Bilal Bill Billy Bjorn Bob Bobby Boris Brad Bradley Brandon Brendan
    Brent Brett Brian Brock Bruce Bruno Bryan Burak Carl Carlo Carlos Cedric Cesar Charles Charlie
    Chidi Chris Christian Christoph Christophe Christopher Chuck Claude Claudio Clement Clifford
    Clint Clive Colin Connor Conor Corey Cornelius Cory Craig Cristiano Curt Cyril Dag Damian
    Damien Dan Daniel Danny Darius Darrell Darren Darryl Dave David Dean Deepak Delroy Denis
    Dennis Denzel Derek Diego Dieter Dimitri Dimitris Dirk Dmitri Dmitriy Dmitry Dominic Dominique
    Don Donald Doug Douglas Duncan Dwayne Dwight Ed Eddie Edgar Edmond Edmund Eduardo Edward Edwin
    Ehud Eli Elias Elliot Emeka Emile Emilio Emmanuel Emmerson Emre Enda Enrico Enrique Eoin
    Ephraim Eric Erik Ernest Ernesto Ernst Esteban Eugene Evan Evgeny Ezra Fabio Fabrice Faisal
    Farid Farouk Felipe Felix Ferdinand Fernando Ferran Fidel Filip Florian Francesco Francisco
    Francois Frank Frankie Franz Fred Freddie Frederick Frederik Friedrich Fritz Fyodor Gabriel
    Gareth Garry Gary Gavin Gennady Geoff Geoffrey Georg George Georges Gerald Gerard Gerd Gerhard
    Gerry Giacomo Gianluca Gilbert Gilles Giorgio Giovanni Girish Giuseppe Glenn Gonzalo Gopal
    Gordon Graham Greg Gregg Gregor Gregory Guido Guillaume Guillermo Gunter Gunther Gustav
    Gustavo Guy Habib Hakan Hakeem Hamid Hans Harald Harish Harold Harry Harvey Hasan Hassan
    Hector Heinrich Heinz Helmut Hendrik Henri Henrik Henry Herbert Herman Hermann Hiroshi Horacio
    Hossein Howard Hubert Hugh Hugo Hussein Huw Iain Ian Ibrahim Ignacio Igor Ilya Imran Ingmar
    Irfan Isaac Ishmael Ismail Ivan Ivo Jack Jacob Jacques Jaime Jake Jakob Jamal James Jamie Jan
    Janos Jared Jarrod Jason Javier Jay Jeb Jeff Jeffrey Jens Jeremy Jerome Jerry Jerzy Jesper
    Jesse Jesus Jim Jimmy Joachim Joao Joaquin Joe Joel Johan Johann Johannes John Johnny Jon
    Jonas Jonathan Jonty Jorge Jorgen Jose Josef Josep Joseph Josh Joshua Juan Julen Julian Julio
    Jurgen Justin Kamal Kareem Karim Karl Kazuo Keanu Keir Keith Ken Kenji Kenneth Kenzo Kevin
    Khalid Kieran Kirk Klaus Kofi Konrad Konstantin Kostas Krishna Kunal Kurt Kwame Kyle Laquan
    Larry Lars Laszlo Laurent Lech Leif Len Lennart Leo Leon Leonard Leonardo Leonhard Leonid
    Leopold Leroy Liam Lionel Lloyd Lorenzo Louis Luca Lucas Luciano Ludwig Luigi Luis Luiz Luke
    Magnus Mahmood Mahmoud Malcolm Manfred Manmohan Manoj Manuel Marat Marc Marcel Marcello Marco
    Marcos Marcus Marek Mario Mark Markus Martin Marty Marvin Marwan Massimo Mateo Mats Matt
    Matteo Matthew Matthias Maurice Mauricio Maurizio Max Maxim Maximilian Mehdi Mehmet Michael
    Michal Michel Mick Miguel Mikael Mike Mikel Mikhail Milan Miles Milos Mitch Mitt Mohamed
    Mohammad Mohammed Mohan Mohsen Muhammad Mustafa Nabil Narendra Nasser Nathan Nathaniel Naveen
    Navjot Ned Neil Nelson Neville Nicholas Nick Nicolai Nicolas Nicolaus Nigel Nikita Niklas
    Nikola Nikolai Nikolaos Nikos Nils Nnamdi Noah Noel Norbert Norman Olaf Oleg Oleksandr Oleksiy
    Oliver Olivier Olusegun Omar Osama Oscar Oskar Osman Otto Owen Pablo Paolo Pascal Patrice
    Patricio Patrick Paul Paulo Pavel Pavlo Pedro Per Pervez Pete Peter Petr Petro Phil Philip
    Philipp Philippe Phillip Pierre Pieter Pietro Piotr Prakash Pranab Qasim Rafael Rahul Rainer
    Raj Rajesh Rajiv Rakesh Ralf Ralph Ramesh Ramiro Ramon Randall Randy Rashid Raul Ravi Ray
    Raymond Recep Reince Reinhard Rene Ricardo Riccardo Rich Richard Rick Ricky Rob Robert Roberto
    Rod Roderick Rodney Rodrigo Roger Rohan Roland Rolf Roman Ron Ronald Ronan Ronnie Rory Ruben
    Rudolf Rudolph Rudy Rupert Russ Russell Ryan Sachin Sadiq Salim Salman Salvador Salvatore Sam
    Sami Samir Samuel Sanjay Sanjeev Saul Scott Sean Sebastian Sebastien Serge Sergei Sergey Sergi
    Sergio Shahid Shane Shaun Shinzo Sidney Silvio Simeon Simon Slobodan Stan Stanislav Stanley
    Stefan Stefano Stephan Stephane Stephen Steve Steven Stuart Subir Sunil Suresh Sven Tariq
    Tayyip Ted Terence Terry Theo Theodore Thierry Thomas Tim Timothy Tobey Tobias Todd Tom Tomas
    Tomasz Tommy Tomás Toni Tony Travis Trevor Tyler Ulrich Umar Umberto Vaclav Vadim Valery
    Vasily Venkat Vernon Vicente Victor Vijay Viktor Vince Vincent Vincenzo Vinod Virat Vitali
    Vitaly Vladimir Vladislav Volodymyr Walter Warren Wayne Werner Wilfred Wilhelm Willem William
    Willie Willy Wole Wolfgang Xabi Xavier Yahya Yasser Yogi Yoshihide Yousef Yuri Yusuf Yves
    Zachary Zalmay Zbigniew Zoltan Zoran
    """
)
_FEMALE = words(
    """
    Abigail Ada Adele Aditi Adriana Agatha Agnes Agnieszka Aisha Aleksandra Alexandra Alexis Alice
    Alicia Alina Alison Allison Amalia Amanda Amandla Amber Amelia Amina Amira Amy Ana Anastasia
    Angela Angelina Angie Anita Anja Anjali Ann Anna Annabel Anne Anneliese Annette Annie Antonia
    Aoife Aparna Aretha Arundhati Asma Astrid Audrey Ayesha Ayse Barbara Beata Beatrice Beatriz
    Becky Bella Benazir Bernadette Bertha Beth Betsy Betty Beverley Beverly Birgit Bonnie Brenda
    Brianna Bridget Brigitte Brittany Callista Camila Camilla Candace Carla Carly Carmen Carol
    Carolina Caroline Carolyn Cassandra Catalina Caterina Catherine Cathy Cecilia Celia Charlotte
    Chelsea Cheryl Chiara Chidinma Chloe Christa Christiana Christina Christine Ciara Cindy Clara
    Clare Clarissa Claudia Colleen Condoleezza Connie Constance Cordelia Corinne Cristina Cynthia
    Daniela Danielle Daphne Dawn Debbie Deborah Debra Deepika Deirdre Delia Denise Diana Diane
    Dianne Dolores Donna Doris Dorothea Dorothy Ebba Ebru Edith Eileen Eimear Elaine Eleanor Elena
    Elif Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elsa Elsie Elspeth Emilia Emilie Emily
    Emma Erica Erika Esther Ethel Eugenia Eva Eve Evelyn Farah Fatima Fatou Fatuma Felicia Fiona
    Frances Francesca Francine Frida Gabriela Gabriella Gail Galina Genevieve Georgina Geraldine
    Gertrude Gillian Gina Giovanna Gisele Giulia Gladys Gloria Greta Gudrun Gwen Gwendolyn Halima
    Hanan Hania Hannah Harriet Hatice Heather Heidi Helen Helena Helene Helga Henrietta Hilary
    Hilda Hillary Ida Ileana Imogen Indira Ines Inga Ingeborg Ingrid Irene Irina Iris Isabel
    Isabella Isabelle Ivana Ivanka Jacinda Jacqueline Jana Jane Janet Janice Janine Jasmine Jayne
    Jeanette Jeanne Jenna Jennifer Jenny Jessica Jill Joan Joanna Joanne Jodie Johanna Joni
    Josephine Joyce Juana Juanita Judith Judy Julia Juliana Julianne Julie Juliet June Kamala
    Karen Karin Karina Katarina Kate Katerina Katharine Katherine Kathleen Kathryn Kathy Katie
    Katja Katrina Katya Kayla Kayleigh Kelli Kellyanne Khadija Kirsten Kirstie Klara Kristen
    Kristin Kristina Lakshmi Larissa Latoya Laura Lauren Laverne Layla Leah Leila Lena Leona
    Leonora Leticia Letitia Lidia Lily Linda Lindsay Lisa Liz Liza Ljiljana Lois Lola Lorena
    Loretta Lorraine Louisa Louise Lucia Lucie Lucille Lucinda Lucy Ludmila Luisa Lydia Lyudmila
    Madeleine Madeline Madonna Magdalena Maggie Mahira Maia Malala Malgorzata Manuela Margaret
    Margarita Margot Marguerite Maria Mariana Marianne Marie Marilyn Marina Marine Marion Marisa
    Marjorie Marlene Marta Martha Martina Marwa Mary Matilda Maureen Maya Meera Megan Megyn
    Melania Melanie Melinda Melissa Mercedes Meredith Michaela Michelle Mildred Mimi Miranda
    Mireille Miriam Moira Molly Mona Monica Monique Muriel Myriam Nadezhda Nadia Nadine Nancy
    Naomi Nargis Nasreen Natalia Natalie Natasha Nell Nellie Ngozi Niamh Nicola Nicole Nikki Nina
    Nita Noelle Noor Nora Norma Octavia Olena Olga Olivia Olympia Oprah Orla Pamela Parveen
    Patricia Patty Paula Pauline Peggy Penelope Penny Petra Phoebe Phyllis Pilar Polly Pramila
    Priscilla Priya Priyanka Rachel Radhika Raisa Ramona Rania Rebecca Regina Renata Renee Rhonda
    Rihanna Rita Roberta Roisin Rosa Rosalind Rosalyn Rosanna Rosemary Rosie Roslynn Rowena Roxana
    Roxanne Rukmini Ruth Sabina Sabine Sabrina Saima Sally Samantha Sandra Sania Sara Sarah Selena
    Serena Sharon Sheila Shelley Sherri Sherry Sheryl Shirley Shonda Silvia Simone Siobhan Snezana
    Sofia Sonia Sonja Sonya Sophia Sophie Stella Stephanie Sue Sunita Susan Susanna Susanne Sushma
    Suzanne Svetlana Sylvia Tamara Tania Tanya Tara Tatiana Tatyana Teresa Tessa Thelma Theresa
    Therese Tiffany Tina Tracey Ursula Usha Valentina Valerie Vandana Vanessa Vera Veronica
    Victoria Viktoria Viola Violet Virginia Vivian Vivienne Wanda Wendy Wilhelmina Wilma Winifred
    Xenia Yasmeen Yasmin Yolanda Yuki Yulia Yvette Yvonne Zainab Zara Zeinab Zephyr Zoe Zsofia
    """
)

GIVEN_NAMES: dict[str, str] = dict.fromkeys(_MALE, "m") | dict.fromkeys(_FEMALE, "f")
"""Given names as they are written, with `m` or `f`."""
